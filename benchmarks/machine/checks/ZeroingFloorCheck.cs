using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Clearing pages that are there.</summary>
internal sealed class ZeroingFloorCheck() : MechanismCheck("ZeroingFloor", "what clearing a page costs is the floor under every fault")
{
    protected override string Fix(SystemTree tree, int pages) => "run on Linux";
}
