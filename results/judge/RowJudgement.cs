using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Pair;

namespace Bench.Results.Judge;

/// <summary>One benchmark judged.</summary>
public sealed record RowJudgement
{
    /// <summary>The new side's row: its name, parameters and marks.</summary>
    public required BenchmarkRow Row { get; init; }

    /// <summary>Centre of the old side's launches.</summary>
    public required double BaseCentre { get; init; }

    /// <summary>Centre of the new side's launches.</summary>
    public required double HeadCentre { get; init; }

    /// <summary>Launches on the old side.</summary>
    public required int BaseLaunches { get; init; }

    /// <summary>Launches on the new side.</summary>
    public required int HeadLaunches { get; init; }

    /// <summary>New over old, from the robust centres of the logarithms; above 1 is slower.</summary>
    public required double Ratio { get; init; }

    /// <summary>Lower end of the ratio's 95 % interval; 0 when nothing bounds it.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of the ratio's 95 % interval; infinite when nothing bounds it.</summary>
    public required double Upper { get; init; }

    /// <summary>Chance of such a slow-down without a cause, corrected for the number of benchmarks.</summary>
    public required double SlowerPValue { get; init; }

    /// <summary>Chance of such a speed-up without a cause, corrected for the number of benchmarks.</summary>
    public required double FasterPValue { get; init; }

    /// <summary>The relative change judged against: the asked threshold or the calibrated floor, whichever is larger.</summary>
    public required double Threshold { get; init; }

    /// <summary>
    /// The time judged. <see cref="BaseCentre"/> and <see cref="HeadCentre"/> are of it too; where readers know another one, of what it
    /// <see cref="Metric.Shows"/>.
    /// </summary>
    public required Metric Metric { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>
    /// Whether a side has too few launches to know how far launches of the same code lie apart; then the row is inconclusive.
    /// </summary>
    public bool TooFewLaunches { get; init; }

    /// <summary>
    /// Whether more launches could show a regression: it is one, or looks like one and has too few launches on the new side.
    /// </summary>
    public bool Suspected { get; init; }

    /// <summary>What a reader should know: two modes, a raised threshold, a repeat.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Whether a regression of the threshold is excluded; an inconclusive row may still exclude one.</summary>
    public bool ExcludesRegression =>
        Verdict is Verdict.Same or Verdict.Improvement || (Verdict == Verdict.Inconclusive && !TooFewLaunches && Upper < 1 + Threshold);
}
