using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Bench.Tests.Results;

/// <summary>
/// Headless Chromium, started by the first test that opens a page and shared by all: pages are tabs. It is spoken to by its own DevTools
/// protocol: no driver to install or keep in step.
/// </summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string? Program =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private readonly HttpClient http = new();
    private readonly TemporaryFolder profile = new();
    private readonly Lazy<Task<(Process Process, int Port)>> started;

    /// <summary>Not started yet.</summary>
    public Browser() => started = new(Start);

    /// <summary>Skips the test where there is no Chromium.</summary>
    public static void SkipUnlessInstalled() => Assert.SkipWhen(Program is null, "needs Chromium (Debian package chromium)");

    /// <summary>A page in a tab of its own, loaded.</summary>
    internal async Task<BrowserPage> Open(string html, int width, bool dark, CancellationToken cancellation)
    {
        var file = new TemporaryFolder();
        var devTools = new Uri($"http://127.0.0.1:{(await started.Value).Port}/json/");
        using var made = await http.PutAsync(new Uri(devTools, "new?about:blank"), content: null, cancellation);
        var tab = JsonNode.Parse(await made.Content.ReadAsStringAsync(cancellation))!;
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)tab["webSocketDebuggerUrl"]!), cancellation);
        var page = new BrowserPage(socket, file, () => http.GetStringAsync(new Uri(devTools, $"close/{(string)tab["id"]!}")));
        await page.Load(file.Write("report.html", html), width, dark, cancellation);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (started.IsValueCreated)
        {
            var (process, _) = await started.Value;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        profile.Dispose();
    }

    private async Task<(Process, int)> Start()
    {
        var process = Process.Start(new ProcessStartInfo(Program!,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--remote-debugging-port=0",
                $"--user-data-dir={profile.Path}", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DevTools listening on", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync();
                _ = process.StandardOutput.ReadToEndAsync();
                return (process, new Uri(line.Split(' ')[^1]).Port);
            }
        }
        throw new InvalidOperationException("Chromium ended before it listened");
    }
}
