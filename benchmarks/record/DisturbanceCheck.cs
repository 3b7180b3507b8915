using System.Globalization;
using Bench.Results.Data;

namespace Bench.Record;

/// <summary>Others had the processor for more than 2 % of the timed time.</summary>
public sealed class DisturbanceCheck : ICaseCheck
{
    private const double LeastCpuShare = 0.98;

    public Mark? Check(CaseCounts counts)
    {
        double share = counts.CpuShare;
        // A share of 0 means that nothing was counted: not Linux.
        return counts.Waits || share is 0 or >= LeastCpuShare
            ? null
            : new Mark("disturbed", string.Create(CultureInfo.InvariantCulture,
                $"disturbed: on CPU {share:P0}, {Preemptions(counts.InvoluntarySwitches)}"),
                "other programs had the processor for part of the time: the wall time is too long, CPU time less so");
    }

    private static string Preemptions(long count) => count > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{count} preemptions")
        : "never preempted: it waited for a lock, or its host was busy";
}
