using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 1: what a call costs. What is drawn, not how.</summary>
/// <param name="Unit">The run's unit.</param>
/// <param name="Bars">One per call, in the run's order.</param>
public sealed record LatencyFigure(string Unit, IReadOnlyList<LatencyBar> Bars)
{
    private static readonly string[] Classes = ["FunctionCall", "Syscall"];

    /// <summary>The figure of a run, or null when it measured no calls.</summary>
    public static LatencyFigure? Of(Run run)
    {
        LatencyBar[] bars = [.. Classes.SelectMany(type => run.Rows.Where(r => r.Type == type)).Select(row =>
        {
            var summary = Summary.Of(row);
            var reference = Reference.For(row, run.Rows) is { } r ? summary.Centre / Summary.Median(r) : 1;
            return new LatencyBar(row, summary, reference);
        })];
        return bars.Length == 0 ? null : new LatencyFigure(run.Unit, bars);
    }
}

/// <summary>One call.</summary>
/// <param name="Row">The benchmark.</param>
/// <param name="Summary">Its centre and interval.</param>
/// <param name="Multiple">The centre over the plain function call of the same class and run.</param>
public sealed record LatencyBar(BenchmarkRow Row, Summary Summary, double Multiple);
