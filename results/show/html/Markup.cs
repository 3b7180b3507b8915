using System.Globalization;
using System.Net;
using System.Text;

namespace Bench.Results.Show.Html;

/// <summary>Text and numbers as HTML and SVG want them.</summary>
internal static class Markup
{
    /// <summary>Text, between elements or in a quoted attribute.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(Printable.Line(text));

    /// <summary>A number for an attribute: every digit, so that a script reads back what was measured.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A coordinate: a tenth of a pixel is enough.</summary>
    public static string Pixel(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static void AppendList(StringBuilder html, string heading, IEnumerable<string> items)
    {
        html.Append($"<h3>{Text(heading)}</h3><ul>\n");
        foreach (string item in items)
            html.Append($"<li>{Text(item)}</li>\n");
        html.Append("</ul>\n");
    }
}
