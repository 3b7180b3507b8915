namespace Bench.Results.Statistics;

/// <summary>How far values lie from their mean.</summary>
internal static class SampleDeviation
{
    /// <summary>Sum of the squared distances from the mean.</summary>
    public static double Squares(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    /// <summary>The variance of two or more values, with n - 1 in the denominator.</summary>
    public static double Variance(IReadOnlyCollection<double> values) => Squares(values) / (values.Count - 1);

    /// <summary>Its root.</summary>
    public static double Of(IReadOnlyCollection<double> values) => Math.Sqrt(Variance(values));
}
