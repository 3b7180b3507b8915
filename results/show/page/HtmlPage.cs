using System.Reflection;

namespace Bench.Results.Show.Page;

/// <summary>The frame of every page: style and script inline, nothing fetched.</summary>
internal static class HtmlPage
{
    public static string Wrap(string title, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>{Html.Text(title)}</title>
        <style>
        {Resource("page.css")}</style></head>
        <body><main>
        {body}</main>
        <script>
        {Resource("sort.js")}</script></body></html>

        """;

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
