using System.Text;

namespace Bench.Results.Show.Html;

/// <summary>Appends a table that the page's script can sort, and that scrolls inside itself where the screen is narrow.</summary>
internal sealed class HtmlTable
{
    private readonly StringBuilder _html;

    public HtmlTable(StringBuilder html, IEnumerable<string> headings)
    {
        _html = html;
        _html.Append("<div class=\"scroll\" tabindex=\"0\"><table class=\"sortable\"><thead><tr>");
        foreach (var heading in headings)
            _html.Append($"<th scope=\"col\">{Markup.Text(heading)}</th>");
        _html.Append("</tr></thead><tbody>\n");
    }

    public void Row(string? style, params ReadOnlySpan<Cell> cells)
    {
        _html.Append(style is null ? "<tr>" : $"<tr class=\"{style}\">");
        foreach (var cell in cells)
            _html.Append(cell.Number is { } number ? $"<td class=\"n\" data-v=\"{Markup.Exact(number)}\">" : "<td>").Append(Markup.Text(cell.Text)).Append("</td>");
        _html.Append("</tr>\n");
    }

    public void End() => _html.Append("</tbody></table></div>\n");
}
