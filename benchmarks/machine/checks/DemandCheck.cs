using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Plain demand faults.</summary>
internal sealed class DemandCheck() : MechanismCheck("Demand", "one fault for each page is what the other mechanisms are held against")
{
    protected override string Fix(SystemTree tree, int pages) => "run on Linux";
}
