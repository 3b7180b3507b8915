using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Plain demand faults.</summary>
internal sealed class DemandCheck() : Check("page_fault_demand", FindingKind.Measures, "Demand",
    "one fault for each page is what the other mechanisms are held against")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => [Ok("1 page")];
}
