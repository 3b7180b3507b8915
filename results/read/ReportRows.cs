using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// The benchmarks of a report as they are read, whose names are settled at the end: where several jobs measured one, each row gets its
/// job's name.
/// </summary>
/// <param name="source">Names the report in messages.</param>
internal sealed class ReportRows(string source)
{
    private readonly List<ReportRow> rows = [];
    private int launches;

    /// <summary>How many there are.</summary>
    public int Count => rows.Count;

    /// <summary>Adds the next one.</summary>
    /// <exception cref="ReadException">There are too many.</exception>
    public void Add(ReportRow row)
    {
        if (rows.Count == Limits.Rows)
            throw new ReadException(source, $"holds more than {Limits.Rows} benchmarks");
        launches += row.Measured?.Launches.Count ?? 0;
        if (launches > Limits.AllLaunches)
            throw new ReadException(source, $"holds more than {Limits.AllLaunches} launches in all");
        rows.Add(row);
    }

    /// <summary>The measured ones, and the others with the reason.</summary>
    /// <exception cref="ReadException">Two are named alike.</exception>
    public (IReadOnlyList<BenchmarkRow> Measured, IReadOnlyList<LeftOut> Unmeasured) Settle()
    {
        var repeated = rows.CountBy(row => row.FullName).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet();
        // Of a report of one job no row says which.
        IReadOnlyList<ReportRow> named = repeated.Count == 0
            ? rows
            : [.. rows.Select(row => repeated.Contains(row.FullName) ? row.NamedByJob() : row.OfItsJob())];
        if (repeated.Count > 0 && named.GroupBy(row => row.FullName).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ReadException(source, $"two rows are named {twice.Key}, and their DisplayInfo tells no jobs apart");
        return ([.. named.Select(row => row.Measured).OfType<BenchmarkRow>()],
            [.. named.Where(row => row.Measured is null).Select(row => new LeftOut(row.FullName, row.Reason))]);
    }
}

/// <summary>One benchmark of a report.</summary>
/// <param name="FullName">Its name, which other jobs' rows may have too.</param>
/// <param name="Job">What its job is called; null where the report doesn't say.</param>
/// <param name="Measured">The row; null where it failed.</param>
/// <param name="Reason">Why it failed, where it did.</param>
internal sealed record ReportRow(string FullName, string? Job, BenchmarkRow? Measured, string Reason = ReportRow.NoMeasurement)
{
    /// <summary>What is said where the report gives no reason.</summary>
    public const string NoMeasurement = "no measurement: it failed to run";

    public ReportRow OfItsJob() => this with { Measured = Measured is null ? null : Measured with { Job = Job } };

    public ReportRow NamedByJob() =>
        Job is null ? this : this with { FullName = FullName + Jobs.Suffix(Job), Measured = Measured?.WithJob(Job) };
}
