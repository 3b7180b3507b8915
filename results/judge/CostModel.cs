using Perfolizer.Mathematics.Distributions.ContinuousDistributions;

namespace Bench.Results.Judge;

/// <summary>
/// t(n) = a/n + b fitted to the time per page at n pages per fault: a is what a fault costs, b what a page costs. Operations batched n at
/// a call are the same with a call for the fault.
/// </summary>
/// <param name="PerFault">a.</param>
/// <param name="PerFaultMargin">Half of a's 95 % interval.</param>
/// <param name="PerPage">b.</param>
/// <param name="PerPageMargin">Half of b's 95 % interval.</param>
/// <param name="Misfit">Typical relative distance of a point from the curve.</param>
public sealed record CostModel(double PerFault, double PerFaultMargin, double PerPage, double PerPageMargin, double Misfit)
{
    private const int LeastSizes = 3;
    private const double Confidence = 0.95;
    private const double LargestMisfit = 0.1;

    // Relative: below it the determinant is what rounding left.
    private const double Rounding = 1e-12;

    /// <summary>Whether the points lie close enough to the curve for its two numbers to mean anything.</summary>
    public bool Fits => Misfit <= LargestMisfit;

    /// <summary>
    /// Fits the model; null with fewer than three sizes, which leave nothing to check it by, or where one point's weight leaves nothing of
    /// the others'.
    /// </summary>
    /// <remarks>
    /// Least squares of the relative error, since noise grows with the time. The interval comes from how far the points
    /// are from the curve, so it speaks of noise and of the model's own error together.
    /// </remarks>
    public static CostModel? Fit(IReadOnlyCollection<(int Pages, double Time)> points)
    {
        if (points.Select(p => p.Pages).Distinct().Count() < LeastSizes)
            return null;
        double xx = 0, x1 = 0, one = 0, xy = 0, y1 = 0;
        foreach (var (pages, time) in points)
        {
            double weight = 1 / (time * time), x = 1.0 / pages;
            xx += weight * x * x;
            x1 += weight * x;
            one += weight;
            xy += weight * x * time;
            y1 += weight * time;
        }

        double determinant = xx * one - x1 * x1;
        if (determinant <= Rounding * xx * one)
            return null;
        double a = (one * xy - x1 * y1) / determinant;
        double b = (xx * y1 - x1 * xy) / determinant;
        int freedom = points.Count - 2;
        double variance = points.Sum(p => Math.Pow((a / p.Pages + b) / p.Time - 1, 2)) / freedom;
        double t = new StudentDistribution(freedom).Quantile((1 + Confidence) / 2);
        return new CostModel(a, t * Math.Sqrt(variance * one / determinant), b, t * Math.Sqrt(variance * xx / determinant),
            Math.Sqrt(variance));
    }

    /// <summary>
    /// The model of the centres with intervals that also cover how far the fits of single launches lie apart: the curve may fit all of one
    /// launch's points and still be another curve the next time.
    /// </summary>
    public CostModel Widened(IReadOnlyList<CostModel> launches)
    {
        if (launches.Count < 2)
            return this;
        double perFault = Centre.Of(launches.Select(fit => fit.PerFault)).FromZero().Margin;
        double perPage = Centre.Of(launches.Select(fit => fit.PerPage)).FromZero().Margin;
        return this with { PerFaultMargin = Math.Max(PerFaultMargin, perFault), PerPageMargin = Math.Max(PerPageMargin, perPage) };
    }

    /// <summary>The smallest number of pages whose time is within 10 % of the best.</summary>
    public static int Knee(IReadOnlyCollection<(int Pages, double Time)> points)
    {
        double best = points.Min(p => p.Time);
        return points.Where(p => p.Time <= 1.1 * best).Min(p => p.Pages);
    }
}
