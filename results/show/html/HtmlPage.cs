using System.Text;

namespace Bench.Results.Show.Html;

/// <summary>
/// The frame of every page: styles and script inline, nothing fetched. Its policy (Content Security Policy Level 3) allows these by their
/// digests and no others, so that not even markup that got into a page could run or fetch anything.
/// </summary>
internal static class HtmlPage
{
    private const string StyleFile = "page.css";
    private const string ScriptFile = "sort.js";

    private static readonly string SvgStyle = Embedded.Text(Embedded.SvgStyle);
    private static readonly string Style = Embedded.Text(StyleFile);
    private static readonly string Script = Embedded.Text(ScriptFile);

    private static readonly string Policy =
        $"default-src 'none'; style-src {Embedded.Digest(Embedded.SvgStyle)} {Embedded.Digest(StyleFile)}; script-src "
        + $"{Embedded.Digest(ScriptFile)}; "
        + "img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The page around <paramref name="body"/>, which is used up.</summary>
    public static string Wrap(string title, StringBuilder body) => body
        .Insert(0, $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>{Markup.Text(title)}</title>
            <style>{SvgStyle}</style>
            <style>{Style}</style></head>
            <body><main>

            """)
        .Append($"</main>\n<script>{Script}</script></body></html>\n")
        .ToString();
}
