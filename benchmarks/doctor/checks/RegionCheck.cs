using Bench.Interop;
using Bench.Machine;
using Bench.Machine.Readers;
using Bench.Workloads.Faults;

namespace Bench.Doctor.Checks;

/// <summary>Whether the page-fault benchmarks' memory fits.</summary>
internal sealed class RegionCheck() : Check("region", FindingKind.Measures, "Region",
    "the region's pages must be in memory all at once, or the measurement is of swapping")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        var budget = MemoryBudget.Read(tree);
        if (budget.Available is not { } available)
            return [Note("how much memory is available is not known")];
        if (budget.WhyTooLarge(Region.DefaultBytes) is { } whyNot)
            return [Missing(whyNot, budget.LargestRegion is { } fits ? $"--region {fits}" : "free memory, or raise the limit")];
        return [Ok(
            $"up to --region {budget.LargestRegion}: {ByteSize.Describe(available, MidpointRounding.ToNegativeInfinity)} available "
                + $"({budget.Limiter})")];
    }
}
