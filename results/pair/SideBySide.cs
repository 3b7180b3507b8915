
using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>Any number of runs laid side by side: a column a run, a line a benchmark, and what differs in their surroundings.</summary>
public sealed record SideBySide
{
    /// <summary>
    /// One a run. Runs of one CPU stand together, and within these runs of one kernel, and of the same settings; otherwise in the order
    /// given.
    /// </summary>
    public required IReadOnlyList<RunColumn> Columns { get; init; }

    /// <summary>What not all columns say alike, in the order of the first run's environment.</summary>
    public required IReadOnlyList<FactAcross> Differences { get; init; }

    /// <summary>The benchmarks of any run, in order of appearance.</summary>
    public required IReadOnlyList<RowAcross> Rows { get; init; }

    /// <summary>What every run counts.</summary>
    public string Unit => Columns[0].Run.Unit;

    /// <summary>Lays <paramref name="runs"/> side by side.</summary>
    /// <exception cref="MixedMachinesException">One counts nanoseconds and another instructions: no table could hold both.</exception>
    public static SideBySide Of(IReadOnlyList<Run> runs)
    {
        if (runs.FirstOrDefault(r => r.Unit != runs[0].Unit) is { } other)
            throw new MixedMachinesException(other.Source,
                $"counts {other.Unit}, but {runs[0].Source} counts {runs[0].Unit}: the two have no table in common");
        string[] names = RunNames.Of([.. runs.Select(r => r.Source)]);
        RunColumn[] columns = [.. ColumnOrder.Order([.. runs.Select((run, i) => new RunColumn(names[i], run, i))])];
        return new SideBySide
        {
            Columns = columns,
            Differences = [.. FactAcross.Of([.. columns.Select(c => c.Run)]).Where(f => f.Differs)],
            Rows = [.. Lines(columns)],
        };
    }

    /// <summary>The column that <c>--normalise</c> names; <c>first</c> is that of the run given first.</summary>
    /// <exception cref="ReadException">No column is called so.</exception>
    public RunColumn Column(string name) =>
        Columns.FirstOrDefault(c => c.Name == name) ?? (name == First ? Columns.Single(c => c.Given == 0) : null)
        ?? throw new ReadException($"--normalise {name}",
            $"no run is called so; there are: {First}, {string.Join(", ", Columns.Select(c => c.Name))}");

    /// <summary>The word for the run given first.</summary>
    public const string First = "first";

    private static IEnumerable<RowAcross> Lines(RunColumn[] columns)
    {
        var rows = columns.Select(c => c.Run.Rows.ToDictionary(r => r.FullName)).ToArray();
        return columns.OrderBy(c => c.Given).SelectMany(c => c.Run.Rows).DistinctBy(r => r.FullName)
            .Select(row => new RowAcross(row, [.. rows.Select(r => r.GetValueOrDefault(row.FullName))]));
    }
}

/// <summary>One run among many.</summary>
/// <param name="Name">Unique short name.</param>
/// <param name="Run">The run.</param>
/// <param name="Given">Its place on the command line, from 0.</param>
public sealed record RunColumn(string Name, Run Run, int Given);

/// <summary>One benchmark in every run.</summary>
/// <param name="Row">The first run's row that has it: its names.</param>
/// <param name="Cells">One a column; null where that run has no such row.</param>
public sealed record RowAcross(BenchmarkRow Row, IReadOnlyList<BenchmarkRow?> Cells);
