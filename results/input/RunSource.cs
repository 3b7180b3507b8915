using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Read;
using Bench.Results.Read.Journals;

namespace Bench.Results.Input;

/// <summary>Turns what a user names (a report, a folder of reports, a saved baseline) into a run with its times.</summary>
/// <param name="times">The times that are looked for; null for the suite's.</param>
public sealed class RunSource(IReadOnlyList<MeasuredTime>? times = null)
{
    private const string StandardInput = "/dev/stdin";

    private readonly IReadOnlyList<MeasuredTime> times = times ?? MeasuredTime.All;
    private readonly InputFile files = new();

    /// <summary>Reads <paramref name="path"/> by the suite's metrics.</summary>
    /// <exception cref="MixedMachinesException">It is a folder of reports of different builds, machines or settings.</exception>
    /// <exception cref="ReadException">It can't be used; the message is one line with the file and the reason.</exception>
    public static Run Read(string path) => new RunSource().Open(path);

    /// <summary>Reads the reports of one run, one a class, by the suite's metrics.</summary>
    /// <exception cref="ReadException">One can't be used.</exception>
    /// <exception cref="MixedMachinesException">They are of different machines or settings.</exception>
    public static Run ReadReports(string name, IReadOnlyList<string> reports) => new RunSource().OpenReports(name, reports);

    /// <inheritdoc cref="Read"/>
    public Run Open(string path)
    {
        try
        {
            return Kept(Directory.Exists(path) ? ReportFolder.Read(path, ReadFile)
                : File.Exists(path) || path == "-" ? MergedReports.Of(path, [ReadFile(path)])
                : throw new ReadException(path, "no such file or folder"));
        }
        catch (FileNotFoundException e)
        {
            throw new ReadException(path, "no such file or folder: a link to nothing", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ReadException(path, $"can't be read: {e.Message}", e);
        }
    }

    /// <inheritdoc cref="ReadReports"/>
    public Run OpenReports(string name, IReadOnlyList<string> reports) => Kept(MergedReports.Of(name, [.. reports.Select(ReadFile)]));

    /// <summary>The run that a journal tells of.</summary>
    /// <exception cref="ReadException">A value in it is not what it should be, or nothing was measured.</exception>
    public Run Of(RunJournal journal) => Kept(JournalReport.Run(journal, Derived(journal.Source)));

    /// <summary>The run of one report's text, or of a baseline's.</summary>
    /// <exception cref="ReadException">It can't be used.</exception>
    public Run Of(string source, ReadOnlySpan<byte> text) =>
        Kept(ReadPart(source, text) is { Rows.Count: > 0 } run ? run : throw ReportReader.Unmeasured(ReadPart(source, text)));

    private Run Kept(Run run) => Derivation.Keep(run with { Measured = times });

    private Run ReadFile(string path) => ReadPart(path, files.Read(path == "-" ? StandardInput : path, Limits.PipeTime));

    private Run ReadPart(string path, ReadOnlySpan<byte> text) => BaselineFile.Recognises(text) ? BaselineFile.Read(path, text, times)
        : JournalReader.Recognises(text) ? JournalReport.Run(JournalReader.Read(path, text), Derived(path))
        : ReportReader.ReadPart(path, text, Derived(path));

    private Func<BenchmarkRow, BenchmarkRow> Derived(string source) => row => Derivation.Of(source, row, times);
}
