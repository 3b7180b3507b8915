using Bench.Results.Data;

namespace Bench.Record;

/// <summary>Pages came from a device.</summary>
public sealed class MajorFaultCheck : ICaseCheck
{
    public Mark? Check(CaseCounts counts) =>
        counts.MajorFaults == 0 ? null : new Mark("swap", $"{counts.MajorFaults} major faults: memory was read from a device",
            "the row waited for a disk: free memory, or use a smaller region");
}
