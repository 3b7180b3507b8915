using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Bench.Tests.Results;

/// <summary>A tab of a <see cref="Browser"/>.</summary>
/// <param name="socket">Speaks to it.</param>
/// <param name="file">Where its page lies.</param>
/// <param name="close">Closes it.</param>
internal sealed class BrowserPage(ClientWebSocket socket, TemporaryFolder file, Func<Task> close) : IAsyncDisposable
{
    private int id;
    private int loads;

    /// <summary>Errors the page caused: exceptions, console errors, failed requests.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Shows a file.</summary>
    public async Task Load(string path, int width, bool dark, CancellationToken cancellation)
    {
        foreach (string? domain in new[] { "Runtime", "Log", "Page", "Network" })
            await Send($"{domain}.enable", new JsonObject(), cancellation);
        await Send("Emulation.setDeviceMetricsOverride",
            new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 }, cancellation);
        await Send("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
        }, cancellation);
        await Send("Page.navigate", new JsonObject { ["url"] = new Uri(path).AbsoluteUri }, cancellation);
        // The empty page of a new tab may still say that it is loaded.
        for (int seen = loads; !await IsLoaded(cancellation); seen = loads)
            while (loads == seen)
                Note(await Receive(cancellation));
    }

    /// <summary>The value of a JavaScript expression.</summary>
    public async Task<JsonNode?> Evaluate(string expression, CancellationToken cancellation)
    {
        var answer = await Send("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true }, cancellation);
        return answer["exceptionDetails"] is null
            ? answer["result"]!["value"]?.DeepClone()
            : throw new InvalidOperationException(answer["exceptionDetails"]!.ToJsonString());
    }

    /// <summary>The whole page as a picture.</summary>
    public async Task<byte[]> Screenshot(CancellationToken cancellation) => Convert.FromBase64String(
        (string)(await Send("Page.captureScreenshot", new JsonObject { ["captureBeyondViewport"] = true }, cancellation))["data"]!);

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await close();
        file.Dispose();
    }

    private async Task<bool> IsLoaded(CancellationToken cancellation) =>
        (bool)(await Evaluate("document.readyState === 'complete' && location.protocol === 'file:'", cancellation))!;

    private async Task<JsonNode> Send(string method, JsonObject parameters, CancellationToken cancellation)
    {
        int id = ++this.id;
        string text = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString();
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, cancellation);
        while (true)
        {
            var message = await Receive(cancellation);
            if ((int?)message["id"] == id)
                return message["result"] ?? throw new InvalidOperationException(message.ToJsonString());
            Note(message);
        }
    }

    private void Note(JsonNode message)
    {
        if ((string?)message["method"] == "Page.loadEventFired")
            loads++;
        if (IsError(message))
            Complaints.Add(message.ToJsonString());
    }

    private static bool IsError(JsonNode message) => (string?)message["method"] switch
    {
        "Runtime.exceptionThrown" or "Network.loadingFailed" => true,
        "Runtime.consoleAPICalled" => (string?)message["params"]!["type"] == "error",
        "Log.entryAdded" => (string?)message["params"]!["entry"]!["level"] == "error",
        // A page without network: everything it needs is in its one file.
        "Network.requestWillBeSent" => !((string?)message["params"]!["request"]!["url"])!.StartsWith("file:", StringComparison.Ordinal)
            && !((string?)message["params"]!["request"]!["url"])!.StartsWith("data:", StringComparison.Ordinal),
        _ => false,
    };

    private async Task<JsonNode> Receive(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellation);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }
}
