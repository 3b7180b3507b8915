using System.Text.Json;
using Bench.Interop.Processes;

namespace Bench.Measuring;

/// <summary>
/// The file through which launches hand their counts to the process that reports: one line of JSON each. An environment variable names
/// it, since BenchmarkDotNet offers measuring processes no channel of their own.
/// </summary>
internal sealed class CountSpool : IDisposable
{
    private const string Variable = "BENCH_COUNT_SPOOL";

    private readonly string path;
    private readonly ProcessFolder? folder;
    private readonly List<LaunchCounts> waiting = [];
    private long readTo;

    private CountSpool(string path, ProcessFolder? folder)
    {
        this.path = path;
        this.folder = folder;
    }

    /// <summary>A new spool, named to the processes started from now on.</summary>
    /// <param name="folder">Below which its file goes; null for the temporary folder.</param>
    public static CountSpool Create(string? folder = null)
    {
        var own = ProcessFolder.Create(parent: folder);
        string path = own["counts"];
        File.WriteAllText(path, "");
        Environment.SetEnvironmentVariable(Variable, path);
        return new CountSpool(path, own);
    }

    /// <summary>The spool that this process was told of, if any.</summary>
    public static CountSpool? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? new CountSpool(path, null) : null;

    public void Append(LaunchCounts counts) => File.AppendAllText(path, JsonSerializer.Serialize(counts) + "\n");

    /// <summary>Launches of <paramref name="benchmark"/> that were not taken yet, in the order they ended.</summary>
    public IReadOnlyList<LaunchCounts> Take(string benchmark)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = readTo;
        using var reader = new StreamReader(stream);
        string text = reader.ReadToEnd();
        readTo = stream.Position;
        waiting.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<LaunchCounts>(line)!));
        LaunchCounts[] taken = [.. waiting.Where(counts => counts.Benchmark == benchmark)];
        waiting.RemoveAll(counts => counts.Benchmark == benchmark);
        return taken;
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        folder?.Dispose();
    }
}
