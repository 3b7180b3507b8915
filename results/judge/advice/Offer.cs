using System.Globalization;
using Bench.Results.Data;

namespace Bench.Results.Judge.Advice;

/// <summary>One way to have pages, and what a page was measured to cost in it where every page is touched.</summary>
/// <param name="Mechanism">The suite's name for how pages come.</param>
/// <param name="Pages">Pages in a window: how many come at once.</param>
/// <param name="Row">The row that says so.</param>
public sealed record Offer(string Mechanism, int Pages, BenchmarkRow Row)
{
    // Of a normal distribution: the standard deviation over the interquartile range, and the median's error over the mean's.
    private const double DeviationOfQuartiles = 1 / 1.349, ErrorOfMedian = 1.253;

    /// <summary>Per page, in the run's unit.</summary>
    public Summary Time { get; } = Summary.Of(Row);

    /// <summary>How it is called: "LargeFolio 16".</summary>
    public string Name =>
        Mechanism == Pair.Reference.Demand ? Mechanism : string.Create(CultureInfo.InvariantCulture, $"{Mechanism} {Pages}");

    /// <summary>Whether it is what Linux does by itself.</summary>
    public bool IsDemand => Mechanism == Pair.Reference.Demand;

    /// <summary>Half the 95 % interval of the time's logarithm.</summary>
    public double LogMargin => Math.Max(Math.Max(Math.Log(Time.Upper / Time.Centre), Math.Log(Time.Centre / Time.Lower)), Saved);

    // A saved baseline keeps no iterations of its launches, but how far they were spread.
    private double Saved => Row.Launches is [{ Values.Count: < 2 } only]
        ? 1.96 * ErrorOfMedian * DeviationOfQuartiles * only.Spread / Math.Sqrt(only.Iterations)
        : 0;
}

/// <summary>A measured row of which only a part of the pages was touched, at random.</summary>
/// <param name="Row">The row.</param>
/// <param name="Mechanism">As in <see cref="Offer"/>.</param>
/// <param name="Pages">As in <see cref="Offer"/>.</param>
/// <param name="Density">Part of the pages that was touched.</param>
/// <param name="Time">Per page touched.</param>
public sealed record SparseRow(BenchmarkRow Row, string Mechanism, int Pages, double Density, double Time)
{
    /// <summary>Resident bytes per byte touched, as counted.</summary>
    public double? ResidentPerTouched =>
        Row is { ResidentPages: { } resident, TouchedPages: { } touched } ? (double)resident / touched : null;
}
