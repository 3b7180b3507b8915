using Bench.Results.Data;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>By how much the reported centre of one row varies between runs of the same thing.</summary>
/// <param name="Row">The row, as the first run has it.</param>
/// <param name="Wall">Coefficient of variation of the wall time: standard deviation / mean.</param>
/// <param name="Cpu">The same of the thread's CPU time; null where a run did not record it.</param>
/// <param name="Relative">
/// The same of the CPU time in function calls measured beside each iteration, or where those were not recorded of the ratio to the run's own
/// reference row; null for rows without one.
/// </param>
/// <param name="Quiet">The same of the CPU time of quiet slices (see <see cref="QuietLaunches"/>); null where a run did not record them.</param>
public sealed record Repeatability(BenchmarkRow Row, double Wall, double? Cpu, double? Relative, double? Quiet)
{
    /// <summary>By the time that suits the row best: the first of quiet slices, function calls, CPU and wall time that it has.</summary>
    public double Best => Quiet ?? Relative ?? Cpu ?? Wall;

    /// <summary>Rows that all runs have, in the first run's order.</summary>
    /// <exception cref="ReadException">Fewer than two runs, or no row that all of them have.</exception>
    public static IReadOnlyList<Repeatability> Of(IReadOnlyList<Run> runs)
    {
        if (runs.Count < 2)
            throw new ReadException(runs.Count == 0 ? "no run" : runs[0].Source, "one run says nothing about how runs vary: two or more are needed");
        var relative = runs.Select(run => ByName(Reference.Relative(run))).ToArray();
        var all = runs.Select(ByName).ToArray();
        Repeatability[] rows = [.. runs[0].Rows.Where(row => all.All(run => run.ContainsKey(row.FullName))).Select(row =>
        {
            BenchmarkRow[] seen = [.. all.Select(run => run[row.FullName])];
            return new Repeatability(
                row,
                Variation(seen),
                seen.All(ClockChoice.HasCpuTime) ? Variation([.. seen.Select(one => one.By(Clock.Cpu))]) : null,
                seen.All(ClockChoice.HasCalls) ? Variation([.. seen.Select(one => one.By(Clock.Calls))])
                : relative.All(run => run.ContainsKey(row.FullName)) ? Variation([.. relative.Select(run => run[row.FullName])]) : null,
                seen.All(QuietLaunches.Any) ? Variation([.. seen.Select(one => QuietLaunches.Centre(QuietLaunches.Of(one.Launches)!))]) : null);
        })];
        return rows.Length > 0 ? rows : throw new ReadException(runs[0].Source, "shares no row with all the other runs");
    }

    private static Dictionary<string, BenchmarkRow> ByName(Run run) => run.Rows.ToDictionary(row => row.FullName);

    private static double Variation(IReadOnlyList<BenchmarkRow> rows) => Variation([.. rows.Select(Summary.CentreOf)]);

    private static double Variation(double[] centres) => SampleDeviation.Of(centres) / centres.Average();
}
