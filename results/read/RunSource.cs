using Bench.Results.Data;
using Bench.Results.Read.Journals;

namespace Bench.Results.Read;

/// <summary>Turns what a user names (a report, a folder of reports, a saved baseline) into a run.</summary>
public static class RunSource
{
    private const string StandardInput = "/dev/stdin";

    /// <summary>Reads <paramref name="path"/>.</summary>
    /// <exception cref="MixedMachinesException">It is a folder of reports of different builds, machines or settings.</exception>
    /// <exception cref="ReadException">It can't be used; the message is one line with the file and the reason.</exception>
    public static Run Read(string path)
    {
        try
        {
            return QuietLaunches.Keep(Directory.Exists(path) ? ReportFolder.Read(path, ReadFile)
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

    /// <summary>Reads the reports of one run, one a class.</summary>
    /// <exception cref="ReadException">One can't be used.</exception>
    /// <exception cref="MixedMachinesException">They are of different machines or settings.</exception>
    public static Run ReadReports(string name, IReadOnlyList<string> reports) => QuietLaunches.Keep(MergedReports.Of(name, [.. reports.Select(ReadFile)]));

    private static Run ReadFile(string path)
    {
        var text = InputFile.Read(path == "-" ? StandardInput : path, Limits.PipeTime).Span;
        return BaselineFile.Recognises(text) ? BaselineFile.Read(path, text)
            : JournalReader.Recognises(text) ? JournalReport.Run(JournalReader.Read(path, text))
            : ReportReader.ReadPart(path, text);
    }
}
