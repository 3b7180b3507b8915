namespace Bench.Results.Judge;

/// <summary>How far values lie from their mean.</summary>
internal static class SampleDeviation
{
    /// <summary>The variance of two or more values, with n - 1 in the denominator.</summary>
    public static double Variance(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }

    /// <summary>Its root.</summary>
    public static double Of(IReadOnlyCollection<double> values) => Math.Sqrt(Variance(values));
}
