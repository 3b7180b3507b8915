using Bench.Results.Data;
using Perfolizer.Mathematics.SignificanceTesting.Base;
using Perfolizer.Mathematics.SignificanceTesting.MannWhitney;
using Perfolizer.Metrology;
using Pragmastat;

namespace Bench.Results.Prove;

/// <summary>A rule by which people decide today, on the iterations of all launches as if they were one sample each.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="IsSlower">Whether the new side is called slower.</param>
public sealed record RivalRule(string Name, Func<IReadOnlyList<double>, IReadOnlyList<double>, bool> IsSlower)
{
    private const double Alpha = 0.05;

    /// <summary>Mean more than 5 % above the old mean: what continuous-benchmark actions alert on.</summary>
    public static RivalRule PlainMean { get; } = new("mean +5 %", (old, current) => current.Average() > 1.05 * old.Average());

    /// <summary>Mann-Whitney's U, one-sided at 0.05: what benchmark comparers call significant.</summary>
    public static RivalRule MannWhitney { get; } = new("Mann-Whitney 0.05", (old, current) =>
        MannWhitneyTest.Instance.GetPValue(new Sample(current), new Sample(old), AlternativeHypothesis.Greater, Threshold.Zero) < Alpha);

    /// <summary>Both.</summary>
    public static IReadOnlyList<RivalRule> All { get; } = [PlainMean, MannWhitney];

    /// <summary>Full names of the rows that it calls slower.</summary>
    public IReadOnlyList<string> Alarms(Run old, Run current)
    {
        var before = old.Rows.ToDictionary(row => row.FullName);
        return [.. current.Rows.Where(row => before.TryGetValue(row.FullName, out var pair) && IsSlower(Iterations(pair), Iterations(row)))
            .Select(row => row.FullName)];
    }

    private static double[] Iterations(BenchmarkRow row) => [.. row.Launches.SelectMany(launch => launch.Values)];
}
