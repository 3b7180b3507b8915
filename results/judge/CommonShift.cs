
using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>Sees that everything moved together, which a change of one code path does not do but a busy machine does.</summary>
internal static class CommonShift
{
    private const int LeastRows = 5;
    private const double WorthSaying = 0.03;
    private const double Nearly = 0.9;

    public static string? Note(IReadOnlyList<double> shifts)
    {
        if (shifts.Count < LeastRows)
            return null;
        double middle = Quantiles.Median(shifts);
        int together = shifts.Count(s => Math.Sign(s) == Math.Sign(middle));
        return Math.Abs(middle) >= WorthSaying && together >= Nearly * shifts.Count
            ? $"{together} of {shifts.Count} rows moved the same way, by {Math.Exp(middle):0.00}x in the middle: the machine may have "
                + $"changed speed rather than the code (see --relative)"
            : null;
    }
}
