using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 1: what a call costs. What is drawn, not how.</summary>
/// <param name="Unit">The run's unit.</param>
/// <param name="Bars">One per call: class by class, the cheapest first.</param>
public sealed record LatencyFigure(string Unit, IReadOnlyList<LatencyBar> Bars)
{
    // Twice as many as there are calls.
    private const int MostDrawn = 60;

    private static readonly string[] Classes = ["FunctionCall", "Syscall"];

    /// <summary>The bars that are drawn.</summary>
    public IReadOnlyList<LatencyBar> Drawn { get; } = [.. Bars.Take(MostDrawn)];

    /// <summary>The figure of a run, or null when it measured no calls.</summary>
    public static LatencyFigure? Of(Run run)
    {
        BenchmarkRow[][] classes = [.. Classes.Select(type => run.Rows.Where(row => row.Type == type).ToArray())];
        if (classes.All(rows => rows.Length == 0))
            return null;
        var references = new References(run.Rows);
        return new LatencyFigure(run.Unit,
            [.. classes.SelectMany(rows => rows.Select(row => Bar(row, references)).OrderBy(bar => bar.Summary.Centre))]);
    }

    private static LatencyBar Bar(BenchmarkRow row, References references)
    {
        var summary = Summary.Of(row);
        return new LatencyBar(row, summary, references.For(row) is { } reference ? summary.Centre / Summary.CentreOf(reference) : 1);
    }
}

/// <summary>One call.</summary>
/// <param name="Row">The benchmark.</param>
/// <param name="Summary">Its centre and interval.</param>
/// <param name="Multiple">The centre over the plain function call of the same class and run.</param>
public sealed record LatencyBar(BenchmarkRow Row, Summary Summary, double Multiple);
