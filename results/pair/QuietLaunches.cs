using Bench.Results.Read;

namespace Bench.Results.Pair;

/// <summary>
/// The launches of a row in which the measuring thread had its core to itself for at least one slice. A neighbour, such as another virtual machine on
/// the core's second thread, only ever adds time: 20 to 45 % to kernel code, 15 to 50 % to function calls. So a launch is represented by its quickest
/// slice (Chen and Revels 2016, "Robust benchmarking in noisy environments"), and left out where even the quickest function call beside it was slow.
/// The calls choose the launches and not what was measured, so that no slow launch of a row's own is dropped.
/// </summary>
public static class QuietLaunches
{
    // Of 450 launches of 30 rows, 80 were slower than 1.12 times their row's quickest quarter; 73 of these, and 17 others, had no call within 15 %.
    private const double Disturbed = 0.15;

    // One of several says nothing about the others.
    private const int Least = 2;

    /// <summary>Whether the row has launches enough for a centre: two, or its only one.</summary>
    public static bool Any(BenchmarkRow row) => Of(row.Launches) is not null;

    /// <summary>These launches, or null where slices or calls were not timed or too few launches were quiet.</summary>
    public static IReadOnlyList<Launch>? Of(IReadOnlyList<Launch> launches)
    {
        if (launches.Any(launch => launch.Quiet is null || launch.QuickestCall is null))
            return null;
        var undisturbed = (1 + Disturbed) * QuickestCall(launches);
        Launch[] quiet = [.. launches.Where(launch => launch.QuickestCall <= undisturbed)];
        return quiet.Length >= Math.Min(Least, launches.Count) ? quiet : null;
    }

    /// <summary>The lower quartile of what they measured: a neighbour for part of each iteration, which calls beside it may miss, only adds time.</summary>
    public static double Centre(IReadOnlyList<Launch> quiet) => Quantiles.OfSorted([.. quiet.Select(launch => launch.Quiet!.Value).Order()], 0.25);

    /// <summary>The quickest function call beside any of <paramref name="launches"/>, in ns.</summary>
    public static double QuickestCall(IReadOnlyList<Launch> launches) => launches.Min(launch => launch.QuickestCall!.Value);
}
