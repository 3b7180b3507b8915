using System.Text.RegularExpressions;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// A folder of reports as BenchmarkDotNet leaves them: one a class, or one of all (<c>--join</c>), in full and perhaps compressed too, in
/// <c>results</c> and (<c>--noOverwrite</c>) in folders named by the time. Of one class the newest report counts.
/// </summary>
internal static partial class ReportFolder
{
    /// <summary>How names of full reports end.</summary>
    public const string Ending = "-report-full.json";

    // Of a thousand files not all are named.
    private const int LongestList = 4000;

    private const string CompressedEnding = "-report-full-compressed.json";

    /// <summary>The run that the reports are of.</summary>
    /// <exception cref="ReadException">There are none, too many, or one that can't be used.</exception>
    /// <exception cref="MixedMachinesException">They are of different builds, machines or settings.</exception>
    public static Run Read(string folder, Func<string, Run> read)
    {
        string[] files = [.. Searched(folder).SelectMany(Directory.EnumerateFiles).Where(IsReport).Take(Limits.Files + 1)];
        if (files.Length == 0)
            throw new ReadException(folder, $"holds no *{Ending} (run the benchmarks with --exporters fulljson)");
        if (files.Length > Limits.Files)
            throw new ReadException(folder, $"holds more than {Limits.Files} reports");
        return Newest(folder,
            [.. WithoutCopies(
                [.. files.Order(StringComparer.Ordinal)
                    .Select(file => new Report(Path.GetRelativePath(folder, file), read(file), WrittenAt(file)))])]);
    }

    private static IEnumerable<string> Searched(string folder)
    {
        string results = Path.Combine(folder, "results");
        string[] folders = [.. new[] { results }.Where(Directory.Exists),
            .. Directory.EnumerateDirectories(folder).Where(f => FolderOfATime().IsMatch(Path.GetFileName(f)))];
        return Directory.Exists(results) ? folders : [folder, .. folders];
    }

    private static bool IsReport(string file) =>
        file.EndsWith(Ending, StringComparison.Ordinal) || file.EndsWith(CompressedEnding, StringComparison.Ordinal);

    private static DateTime WrittenAt(string file) =>
        File.GetLastWriteTime(new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file);

    // The compressed report says the same as the full one beside it.
    private static IEnumerable<Report> WithoutCopies(Report[] reports)
    {
        var full = reports.Where(r => !r.IsCompressed).Select(r => (Stem(r.File), r.Run.Title)).ToHashSet();
        return reports.Where(r => !r.IsCompressed || !full.Contains((Stem(r.File), r.Run.Title)));
    }

    private static string Stem(string file) => Path.Combine(Path.GetDirectoryName(file)!, ShortName(file));

    private static string ShortName(string file) =>
        Path.GetFileName(file).Replace(CompressedEnding, "", StringComparison.Ordinal).Replace(Ending, "", StringComparison.Ordinal);

    private static Run Newest(string folder, IReadOnlyList<Report> reports)
    {
        Dictionary<string, Report> newest = [];
        foreach (var report in reports.OrderBy(r => r.Time))
            foreach (string type in report.Classes)
                newest[type] = report;
        bool Counts(Report report, string type) => ReferenceEquals(newest[type], report);

        // One of a class of which every row failed says so.
        Report[] kept = [.. reports.Where(r => r.Classes.Count == 0 || r.Classes.Any(type => Counts(r, type)))];
        RefuseMixedBuilds(folder, kept);
        var run =
            MergedReports.Of(folder, [.. kept.Select(r => r.Run with { Rows = [.. r.Run.Rows.Where(row => Counts(r, Class(row)))] })]);
        string[] left = [.. reports.Select(r => LeftAside(r, [.. r.Classes.Where(type => !Counts(r, type))])).OfType<string>()];
        return left.Length == 0
            ? run
            : run with
            {
                Notes = [.. run.Notes,
                    ReadException.OneLine($"{folder}: left aside, as a newer report is of the same class: {string.Join(", ", left)}",
                        LongestList)]
            };
    }

    private static string? LeftAside(Report report, string[] older) => older.Length == 0 ? null
        : older.Length == report.Classes.Count ? report.File
        : $"{string.Join(", ", older)} of {report.File}";

    private static void RefuseMixedBuilds(string folder, IReadOnlyList<Report> reports)
    {
        var builds = reports.Where(r => r.Build is not null).GroupBy(r => r.Build!).ToArray();
        if (builds.Length > 1)
            throw new MixedMachinesException(folder,
                $"holds reports of {builds.Length} builds of the suite, which are no one run: "
                    + $"{string.Join("; ", builds.Select(b => $"{b.Key}: {string.Join(", ", b.Select(r => r.File))}"))}. Remove those of "
                    + $"the others, or name one");
    }

    private static string Class(BenchmarkRow row) =>
        row.FullName.IndexOf($"{row.Type}.", StringComparison.Ordinal) is > 0 and var at ? row.FullName[..at] + row.Type : row.Type;

    [GeneratedRegex(@"^\d{8}-\d{6}$")]
    private static partial Regex FolderOfATime();

    [GeneratedRegex(@"(\d{4})-?(\d\d)-?(\d\d)-(\d\d)-?(\d\d)-?(\d\d)$")]
    private static partial Regex TimeOfTitle();

    /// <summary>One report of the folder.</summary>
    private sealed record Report(string File, Run Run, DateTime Written)
    {
        public bool IsCompressed => File.EndsWith(CompressedEnding, StringComparison.Ordinal);

        public string? Build => Run.Environment.FirstOrDefault(f => f.Key == "suite_build")?.Value;

        public IReadOnlySet<string> Classes { get; } = Run.Rows.Select(Class).ToHashSet();

        // When it was measured, as its title says, which copying a folder leaves alone; else when the file was written.
        public DateTime Time { get; } = TimeOfTitle().Match(Run.Title ?? "") is { Success: true } time
            && DateTime.TryParseExact(string.Concat(time.Groups.Values.Skip(1).Select(g => g.Value)), "yyyyMMddHHmmss", null,
                System.Globalization.DateTimeStyles.None, out var start) ? start : Written;
    }
}
