using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bench.Tests.Results;

/// <summary>Headless Chromium, spoken to by its own DevTools protocol: no driver to install or keep in step.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly TemporaryFolder profile;
    private int id;

    private Browser(Process process, TemporaryFolder profile) => (this.process, this.profile) = (process, profile);

    /// <summary>Errors the page caused: exceptions, console errors, failed requests.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Where Chromium is, or null.</summary>
    public static string? Path => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public static async Task<Browser> Open(string html, int width, bool dark, CancellationToken cancellation)
    {
        var profile = new TemporaryFolder();
        var file = profile.Write("report.html", html);
        var process = Process.Start(new ProcessStartInfo(Path!,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var browser = new Browser(process, profile);
        var port = await PortOf(process, cancellation);
        using var http = new HttpClient();
        var pages = JsonNode.Parse(await http.GetStringAsync($"http://127.0.0.1:{port}/json/list", cancellation))!.AsArray();
        await browser.socket.ConnectAsync(new Uri((string)pages.First(p => (string?)p!["type"] == "page")!["webSocketDebuggerUrl"]!), cancellation);
        foreach (var domain in new[] { "Runtime", "Log", "Page", "Network" })
            await browser.Send($"{domain}.enable", new JsonObject(), cancellation);
        await browser.Send("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 }, cancellation);
        await browser.Send("Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) }, cancellation);
        await browser.Send("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri }, cancellation);
        while ((string?)await browser.Evaluate("document.readyState", cancellation) != "complete" || (string?)await browser.Evaluate("location.protocol", cancellation) != "file:")
            await Task.Delay(50, cancellation);
        return browser;
    }

    /// <summary>The value of a JavaScript expression.</summary>
    public async Task<JsonNode?> Evaluate(string expression, CancellationToken cancellation)
    {
        var answer = await Send("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true }, cancellation);
        return answer["exceptionDetails"] is null ? answer["result"]!["value"]?.DeepClone() : throw new InvalidOperationException(answer["exceptionDetails"]!.ToJsonString());
    }

    /// <summary>The whole page as a picture.</summary>
    public async Task<byte[]> Screenshot(CancellationToken cancellation) => Convert.FromBase64String(
        (string)(await Send("Page.captureScreenshot", new JsonObject { ["captureBeyondViewport"] = true }, cancellation))["data"]!);

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        this.process.Kill(entireProcessTree: true);
        await this.process.WaitForExitAsync();
        this.process.Dispose();
        this.profile.Dispose();
    }

    private async Task<JsonNode> Send(string method, JsonObject parameters, CancellationToken cancellation)
    {
        var id = ++this.id;
        var text = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString();
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, cancellation);
        while (true)
        {
            var message = await Receive(cancellation);
            if ((int?)message["id"] == id)
                return message["result"] ?? throw new InvalidOperationException(message.ToJsonString());
            var isError = (string?)message["method"] switch
            {
                "Runtime.exceptionThrown" or "Network.loadingFailed" => true,
                "Runtime.consoleAPICalled" => (string?)message["params"]!["type"] == "error",
                "Log.entryAdded" => (string?)message["params"]!["entry"]!["level"] == "error",
                // A page without network: everything it needs is in its one file.
                "Network.requestWillBeSent" => !((string?)message["params"]!["request"]!["url"])!.StartsWith("file:", StringComparison.Ordinal)
                    && !((string?)message["params"]!["request"]!["url"])!.StartsWith("data:", StringComparison.Ordinal),
                _ => false,
            };
            if (isError)
                Complaints.Add(message.ToJsonString());
        }
    }

    private async Task<JsonNode> Receive(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellation);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }

    private static async Task<string> PortOf(Process process, CancellationToken cancellation)
    {
        while (await process.StandardError.ReadLineAsync(cancellation) is { } line)
            if (line.StartsWith("DevTools listening on", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Uri(line.Split(' ')[^1]).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

        throw new InvalidOperationException("Chromium ended before it listened");
    }
}
