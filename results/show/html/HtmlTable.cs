using System.Text;

namespace Bench.Results.Show.Html;

/// <summary>Appends a table that the page's script can sort, and that scrolls inside itself where the screen is narrow.</summary>
internal sealed class HtmlTable
{
    private readonly StringBuilder html;

    public HtmlTable(StringBuilder html, IEnumerable<string> headings)
    {
        this.html = html;
        this.html.Append("<div class=\"scroll\" tabindex=\"0\"><table class=\"sortable\"><thead><tr>");
        foreach (string heading in headings)
            this.html.Append($"<th scope=\"col\">{Markup.Text(heading)}</th>");
        this.html.Append("</tr></thead><tbody>\n");
    }

    public void Row(string? style, params ReadOnlySpan<Cell> cells)
    {
        this.html.Append(style is null ? "<tr>" : $"<tr class=\"{style}\">");
        foreach (var cell in cells)
            this.html.Append(cell.Number is { } number ? $"<td class=\"n\" data-v=\"{Markup.Exact(number)}\">" : "<td>")
                .Append(Markup.Text(cell.Text)).Append("</td>");
        this.html.Append("</tr>\n");
    }

    public void End() => this.html.Append("</tbody></table></div>\n");
}
