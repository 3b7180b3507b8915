namespace Bench.Results.Read;

/// <summary>Turns what a user names (a report, a folder of reports, a saved baseline) into a run.</summary>
public static class RunSource
{
    private const string StandardInput = "/dev/stdin";
    private const string ReportEnding = "-report-full.json";

    /// <summary>Reads <paramref name="path"/>.</summary>
    /// <exception cref="ReadException">It can't be used; the message is one line with the file and the reason.</exception>
    public static Run Read(string path)
    {
        try
        {
            return QuietLaunches.Keep(Directory.Exists(path) ? ReadFolder(path)
                : File.Exists(path) || path == "-" ? ReadFile(path)
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
    public static Run ReadReports(string name, IReadOnlyList<string> reports) => QuietLaunches.Keep(Merge(name, [.. reports.Select(ReadFile)]));

    private static Run ReadFile(string path)
    {
        var text = InputFile.Read(path == "-" ? StandardInput : path, Limits.PipeTime).Span;
        return BaselineFile.Recognises(text) ? BaselineFile.Read(path, text) : ReportReader.Read(path, text);
    }

    private static Run ReadFolder(string folder)
    {
        var results = Path.Combine(folder, "results");
        var searched = Directory.Exists(results) ? results : folder;
        var files = Directory.EnumerateFiles(searched, "*" + ReportEnding).Order(StringComparer.Ordinal).Take(Limits.Files + 1).ToArray();
        if (files.Length == 0)
            throw new ReadException(folder, $"holds no *{ReportEnding} (run the benchmarks with --exporters fulljson)");
        if (files.Length > Limits.Files)
            throw new ReadException(folder, $"holds more than {Limits.Files} reports");
        return Merge(folder, [.. files.Select(ReadFile)]);
    }

    /// <summary>Puts the reports of one run, one per class, together again.</summary>
    private static Run Merge(string folder, IReadOnlyList<Run> parts)
    {
        HashSet<string> names = [];
        foreach (var part in parts)
        {
            if (part.Unit != parts[0].Unit)
                throw new ReadException(part.Source, $"counts {part.Unit}, but {Path.GetFileName(parts[0].Source)} counts {parts[0].Unit}");
            foreach (var row in part.Rows)
                if (!names.Add(row.FullName))
                    throw new ReadException(part.Source, $"{row.FullName} is in another report of this folder too");
            if (FirstDifference(parts[0], part) is { } fact)
                throw new MixedMachinesException(part.Source, $"{fact.Label} is {fact.Value}, unlike in {Path.GetFileName(parts[0].Source)}: reports of two machines or settings in one folder");
        }

        return new Run(folder, parts[0].Unit, parts[0].Environment, [.. parts.SelectMany(p => p.Rows)], [.. parts.SelectMany(p => p.LeftOut).Distinct()]);
    }

    private static EnvironmentFact? FirstDifference(Run first, Run other)
    {
        var values = first.Environment.ToDictionary(f => f.Key, f => f.Value);
        return other.Environment.FirstOrDefault(f => f.Matters && values.TryGetValue(f.Key, out var value) && value != f.Value);
    }
}
