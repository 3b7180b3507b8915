using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>The reports of one run, one a class, together again.</summary>
internal static class MergedReports
{
    /// <summary>One run of all their rows.</summary>
    /// <exception cref="ReadException">Two have a row in common, or all have too many.</exception>
    /// <exception cref="MixedMachinesException">They are of different machines or settings.</exception>
    public static Run Of(string name, IReadOnlyList<Run> parts)
    {
        HashSet<string> names = [];
        long launches = 0L;
        foreach (var part in parts)
        {
            if (part.Unit != parts[0].Unit)
                throw new ReadException(part.Source, $"counts {part.Unit}, but {Path.GetFileName(parts[0].Source)} counts {parts[0].Unit}");
            foreach (var row in part.Rows)
                if (!names.Add(row.FullName))
                    throw new ReadException(part.Source, $"{row.FullName} is in another report of this folder too");
            if (names.Count > Limits.Rows)
                throw new ReadException(name, $"holds more than {Limits.Rows} benchmarks");
            launches += part.Rows.Sum(row => (long)row.Launches.Count);
            if (launches > Limits.AllLaunches)
                throw new ReadException(name, $"holds more than {Limits.AllLaunches} launches in all");
            if (FirstDifference(parts[0], part) is { } fact)
                throw new MixedMachinesException(part.Source,
                    $"{fact.Label} is {fact.Value}, unlike in {Path.GetFileName(parts[0].Source)}: reports of two machines or settings in "
                        + $"one folder");
        }

        if (parts.All(part => part.Rows.Count == 0))
            throw ReportReader.Unmeasured(parts[0]);
        return parts[0] with
        {
            Source = name,
            Rows = [.. parts.SelectMany(p => p.Rows)],
            LeftOut = [.. parts.SelectMany(p => p.LeftOut).Distinct()],
            Notes = [.. parts.SelectMany(p => p.Notes).Distinct()]
        };
    }

    private static EnvironmentFact? FirstDifference(Run first, Run other)
    {
        var values = first.Environment.ToDictionary(f => f.Key, f => f.Value);
        return other.Environment.FirstOrDefault(f => f.Matters && values.TryGetValue(f.Key, out string? value) && value != f.Value);
    }
}
