namespace Bench.Results.Judge.Advice;

/// <summary>The density from which on a mechanism is faster than one page a fault.</summary>
/// <param name="Density">There the two cost the same; 0: it is faster at any density; above 1, as nothing is: it never is.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
public sealed record BreakEven(double Density, double Lower, double Upper)
{
    /// <summary>What <see cref="Density"/> is where preallocation never pays.</summary>
    public const double Never = 2;

    // Halvings of the logarithm of the density: to a ten-thousandth of it.
    private const int Steps = 20;

    /// <summary>Finds it.</summary>
    /// <param name="ratio">Time over Demand's at a density; falls with it, since fuller windows are cheaper per page.</param>
    /// <param name="least">The sparsest density: one page.</param>
    /// <param name="logMargin">Half the 95 % interval of the ratio's logarithm.</param>
    public static BreakEven Find(Func<double, double> ratio, double least, double logMargin) =>
        new(Find(ratio, least), Find(d => ratio(d) * Math.Exp(-logMargin), least), Find(d => ratio(d) * Math.Exp(logMargin), least));

    private static double Find(Func<double, double> ratio, double least)
    {
        if (ratio(1) >= 1)
            return Never;
        if (ratio(least) <= 1)
            return 0;
        double low = least, high = 1;
        for (int step = 0; step < Steps; step++)
        {
            double middle = Math.Sqrt(low * high);
            if (ratio(middle) < 1)
                high = middle;
            else
                low = middle;
        }

        return Math.Sqrt(low * high);
    }
}
