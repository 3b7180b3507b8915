using System.Reflection;

namespace Bench.Results.Show.Html;

/// <summary>
/// The frame of every page: style and script inline, nothing fetched. Its policy (Content Security Policy Level 3) allows these two by their digests and
/// no others, so that not even markup that got into a page could run or fetch anything.
/// </summary>
internal static class HtmlPage
{
    private const string StyleFile = "page.css";
    private const string ScriptFile = "sort.js";

    private static readonly string Style = Resource(StyleFile);
    private static readonly string Script = Resource(ScriptFile);

    public static string Wrap(string title, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {Digest(StyleFile)}; script-src {Digest(ScriptFile)}; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>{Markup.Text(title)}</title>
        <style>{Style}</style></head>
        <body><main>
        {body}</main>
        <script>{Script}</script></body></html>

        """;

    // Taken when this was built.
    private static string Digest(string file) =>
        $"'sha256-{Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(part => part.Key == file).Value}'";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
