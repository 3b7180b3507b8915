using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Judge.Parts;

/// <summary>A time, or a difference of times, with how sure it is.</summary>
/// <param name="Value">The centre.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
public readonly record struct Estimate(double Value, double Lower, double Upper)
{
    /// <summary>Whether it is surely more than nothing.</summary>
    public bool IsToldApart => Lower > 0;

    /// <summary>
    /// Of a sum of steps, taken within each round and only then over all, so that what the machine did to a whole round is in none of it;
    /// null where no round has all of them.
    /// </summary>
    /// <remarks>Over several launches the interval is of their medians, as of any row.</remarks>
    public static Estimate? Of(BenchmarkRow row, Sum sum)
    {
        double[][] launches = [.. row.Launches.Select(launch => Rounds(launch, sum)).Where(rounds => rounds.Length > 0)];
        if (launches.Length == 0)
            return null;
        return OfRounds(launches.Length > 1 ? launches.Select(rounds => Quantiles.Median(rounds)) : launches[0]);
    }

    /// <summary>Of what each round shows; one tells nothing.</summary>
    public static Estimate OfRounds(IEnumerable<double> rounds)
    {
        var centre = Centre.Of(rounds);
        double margin = centre.FromZero().Margin;
        return new Estimate(centre.Value, centre.Value - margin, centre.Value + margin);
    }

    /// <summary>What is left of it without another, of other rounds.</summary>
    public Estimate Less(Estimate other)
    {
        double left = Value - other.Value, margin = Math.Sqrt(Square(Upper - Value) + Square(other.Upper - other.Value));
        return new Estimate(left, left - margin, left + margin);
    }

    private static double Square(double value) => value * value;

    private static double[] Rounds(Launch launch, Sum sum) => launch.Steps is not { } steps ? []
        : [.. steps.Columns[StepTimes.Whole].Select((_, round) => sum.Of(steps, round)).Where(value => !double.IsNaN(value))];
}
