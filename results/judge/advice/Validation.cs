
using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Judge.Advice;

/// <summary>How far the model is from what was measured at densities that it never saw: each is predicted from the others.</summary>
/// <param name="Checks">One a sparse row.</param>
public sealed record Validation(IReadOnlyList<PredictedRow> Checks)
{
    /// <summary>Largest median error on a machine whose times are noisy.</summary>
    public const double NoisyBar = 0.20;

    /// <summary>Largest median error where instructions are counted, which repeat exactly.</summary>
    public const double ExactBar = 0.10;

    /// <summary>Median relative error; null without a sparse row.</summary>
    public double? MedianError => Checks.Count == 0 ? null : Quantiles.Median(Checks.Select(c => Math.Abs(c.Error)));

    /// <summary>Typical error of the logarithm of a ratio to Demand at the same density; null where no two rows make one.</summary>
    /// <remarks>1.4826 times the median is the standard deviation of a normal distribution, and two such make a 95 % interval.</remarks>
    public double? RatioMargin
    {
        get
        {
            double[] errors = [.. Checks.Where(c => c.Offer.IsDemand).SelectMany(demand => Checks
                .Where(c => !c.Offer.IsDemand && c.Row.Density == demand.Row.Density)
                .Select(c => Math.Abs(Math.Log(c.Predicted / c.Row.Time) - Math.Log(demand.Predicted / demand.Row.Time))))];
            return errors.Length == 0 ? null : 1.96 * 1.4826 * Quantiles.Median(errors);
        }
    }

    /// <summary>The bar for what <paramref name="unit"/> counts.</summary>
    public static double Bar(string unit) => unit == Units.Instructions ? ExactBar : NoisyBar;

    /// <summary>Predicts every sparse row from the rows of all other densities.</summary>
    /// <param name="evidence">Of random order, as the sparse rows are.</param>
    public static Validation Of(Evidence evidence) => new([.. evidence.Sparse.GroupBy(r => r.Density).SelectMany(held =>
    {
        var model = AccessModel.Fit(evidence, evidence.Sparse.Where(r => r.Density != held.Key));
        return held.Select(
            row => model.OfferOf(row) is { } offer
                ? new PredictedRow(row, offer, model.Measured(offer, row.Density), model.Resident(offer, row.Density))
                : null).OfType<PredictedRow>();
    })]);
}

/// <summary>One row predicted without its density having been seen.</summary>
/// <param name="Row">What was measured.</param>
/// <param name="Offer">By what.</param>
/// <param name="Predicted">Time per page touched.</param>
/// <param name="PredictedResident">Resident bytes per byte touched.</param>
public sealed record PredictedRow(SparseRow Row, Offer Offer, double Predicted, double PredictedResident)
{
    /// <summary>Predicted over measured, less one.</summary>
    public double Error => Predicted / Row.Time - 1;
}
