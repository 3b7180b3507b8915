using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Bench.Results.Show.Page;

/// <summary>
/// The frame of every page: style and script inline, nothing fetched. Its policy (Content Security Policy Level 3) allows these two by their digests and
/// no others, so that not even markup that got into a page could run or fetch anything.
/// </summary>
internal static class HtmlPage
{
    private static readonly string Style = "\n" + Resource("page.css");
    private static readonly string Script = "\n" + Resource("sort.js");

    public static string Wrap(string title, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {Digest(Style)}; script-src {Digest(Script)}; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>{Html.Text(title)}</title>
        <style>{Style}</style></head>
        <body><main>
        {body}</main>
        <script>{Script}</script></body></html>

        """;

    private static string Digest(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
