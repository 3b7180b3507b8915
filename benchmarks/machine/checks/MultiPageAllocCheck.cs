using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Preallocation by the patched kernel.</summary>
internal sealed class MultiPageAllocCheck() : MechanismCheck("MultiPageAlloc", "it is the original's mechanism: the fault handler itself fills the window")
{
    protected override string Fix(SystemTree tree, int pages) => "boot a kernel with the patches of kernel/";
}
