using Bench.Interop.Processes;
using Bench.Record;

namespace Bench.Measuring;

/// <summary>
/// The file through which launches hand their counts to the process that reports: one line of JSON each.
/// </summary>
internal sealed class CountSpool : IDisposable
{
    private const long MostBytes = 64L << 20;

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
        Handover.Current = Handover.Current with { CountSpool = path };
        return new CountSpool(path, own);
    }

    /// <summary>The spool that this process was told of, if any.</summary>
    public static CountSpool? FromEnvironment() =>
        Handover.Current.CountSpool is { } path ? new CountSpool(path, null) : null;

    // A line of its own even after one that a killed process left unfinished.
    public void Append(LaunchCounts counts) => File.AppendAllText(path, "\n" + LaunchCountsText.Write(counts) + "\n");

    /// <summary>What was appended since the last call, in the order in which launches ended. It is still to be taken.</summary>
    /// <param name="broken">Why a part of it can't be read; null where all can.</param>
    public IReadOnlyList<LaunchCounts> Read(out string? broken)
    {
        broken = null;
        List<LaunchCounts> read = [];
        foreach (string line in NewLines(ref broken))
        {
            if (LaunchCountsText.Read(line, out string reason) is { } counts)
                read.Add(counts);
            else
                broken = reason;
        }
        waiting.AddRange(read);
        return read;
    }

    /// <summary>Counts that came another way, to be taken as if they had been read.</summary>
    public void Give(LaunchCounts counts) => waiting.Add(counts);

    /// <summary>Launches of <paramref name="benchmark"/> that were not taken yet, in the order they ended.</summary>
    /// <param name="benchmark">BenchmarkDotNet's full name.</param>
    /// <param name="broken">As of <see cref="Read"/>, which comes first.</param>
    public IReadOnlyList<LaunchCounts> Take(string benchmark, out string? broken)
    {
        Read(out broken);
        LaunchCounts[] taken = [.. waiting.Where(counts => counts.Benchmark == benchmark)];
        waiting.RemoveAll(counts => counts.Benchmark == benchmark);
        return taken;
    }

    private string[] NewLines(ref string? broken)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (stream.Length - readTo is > MostBytes or < 0)
                throw new InvalidDataException($"{stream.Length} bytes after {readTo}");
            stream.Position = readTo;
            using var reader = new StreamReader(stream);
            string text = reader.ReadToEnd();
            readTo = stream.Position;
            return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            broken = e.Message;
            return [];
        }
    }

    public void Dispose()
    {
        Handover.Current = Handover.Current with { CountSpool = null };
        folder?.Dispose();
    }
}
