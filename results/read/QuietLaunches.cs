using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Read;

/// <summary>
/// The launches in which the measuring thread had its core to itself for at least one slice. A neighbour, such as another virtual machine on the core's
/// second thread, only ever adds time: 20 to 45 % to kernel code, 15 to 50 % to function calls. So a launch is represented by its quickest slice (Chen
/// and Revels 2016, "Robust benchmarking in noisy environments"), and not at all where even the quickest function call beside it was slow. The calls
/// choose the launches and not what was measured, so that no slow launch of a row's own is dropped.
/// </summary>
public static class QuietLaunches
{
    // Of 450 launches of 30 rows, 80 were slower than 1.12 times their row's quickest quarter; 73 of these, and 17 others, had no call within 15 %.
    private const double Disturbed = 0.15;

    // One of three or more may be a quiet one by chance.
    private const int Least = 2;

    /// <summary>The run with <see cref="Launch.Quiet"/> only where a call beside the launch was about as quick as the quickest of the run.</summary>
    public static Run Keep(Run run) => Keep(run, QuickestCall(run.Rows.SelectMany(row => row.Launches)));

    /// <summary>The same of a part of a run.</summary>
    /// <param name="run">The part.</param>
    /// <param name="quickest">The quickest call of the whole; null where none was measured.</param>
    public static Run Keep(Run run, double? quickest) =>
        run with { Rows = [.. run.Rows.Select(row => row.Launches.All(launch => launch.Quiet is null) ? row : row with { Launches = Keep(row.Launches, quickest) })] };

    /// <summary>The same of one row's launches.</summary>
    /// <param name="launches">The launches.</param>
    /// <param name="quickestCall">The quickest call of the run; null where none was measured.</param>
    public static IReadOnlyList<Launch> Keep(IReadOnlyList<Launch> launches, double? quickestCall) =>
        [.. launches.Select(launch => launch.QuickestCall <= (1 + Disturbed) * quickestCall ? launch : launch with { Quiet = null })];

    /// <summary>The quickest function call beside any of <paramref name="launches"/>, in ns; null where none was measured.</summary>
    public static double? QuickestCall(IEnumerable<Launch> launches) => launches.Min(launch => launch.QuickestCall);

    /// <summary>Whether the row has quiet launches enough for a centre: two, or one of one or two.</summary>
    public static bool Any(BenchmarkRow row) => Of(row.Launches) is not null;

    /// <summary>The quiet ones, or null where they are too few for a centre.</summary>
    public static IReadOnlyList<Launch>? Of(IReadOnlyList<Launch> launches)
    {
        Launch[] quiet = [.. launches.Where(launch => launch.Quiet is not null)];
        return quiet.Length >= Math.Min(Least, (launches.Count + 1) / 2) ? quiet : null;
    }

    /// <summary>The lower quartile of what they measured: a neighbour for part of each iteration, which calls beside it may miss, only adds time.</summary>
    public static double Centre(IReadOnlyList<Launch> quiet) => Quantiles.OfSorted([.. quiet.Select(launch => launch.Quiet!.Value).Order()], 0.25);
}
