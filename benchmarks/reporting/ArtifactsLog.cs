using System.Globalization;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;

namespace Bench.Reporting;

/// <summary>
/// BenchmarkDotNet's whole log in the artifacts folder. Instead of BenchmarkDotNet's own, which ends the run where the disk is full.
/// </summary>
internal sealed class ArtifactsLog : ILogger, IDisposable
{
    private readonly Action<string> tell;
    private StreamWriter? writer;

    private ArtifactsLog(StreamWriter writer, string path, Action<string> tell) => (this.writer, Path, this.tell) = (writer, path, tell);

    /// <summary>The file.</summary>
    public string Path { get; }

    public string Id => nameof(ArtifactsLog);

    public int Priority => 0;

    /// <summary>A new one, named as BenchmarkDotNet names its own.</summary>
    /// <exception cref="IOException">The folder can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static ArtifactsLog Open(string artifacts, IReadOnlyList<BenchmarkCase> cases, Action<string> tell)
    {
        string[] types = [.. cases.Select(item => item.Descriptor.Type.FullName!).Distinct()];
        string name = string.Create(CultureInfo.InvariantCulture,
            $"{(types.Length == 1 ? types[0] : "BenchmarkRun")}-{DateTime.Now:yyyyMMdd-HHmmss}.log");
        string path = System.IO.Path.Combine(Directory.CreateDirectory(artifacts).FullName, name);
        return new ArtifactsLog(new StreamWriter(path, append: true), path, tell);
    }

    public void Write(LogKind logKind, string text) => Try(log => log.Write(text));

    public void WriteLine() => Try(log => log.WriteLine());

    public void WriteLine(LogKind logKind, string text) => Try(log => log.WriteLine(text));

    public void Flush() => Try(log => log.Flush());

    public void Dispose()
    {
        Flush();
        Close();
    }

    private void Try(Action<StreamWriter> write)
    {
        if (writer is null)
            return;
        try
        {
            write(writer);
        }
        catch (IOException e)
        {
            Close();
            tell($"{Path} ends here: {e.Message}");
        }
    }

    private void Close()
    {
        var closing = writer;
        writer = null;
        try
        {
            closing?.Dispose();
        }
        catch (IOException)
        {
            // What it still held is lost with the rest; the file is closed.
        }
    }
}
