using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Filling a window on request.</summary>
internal sealed class PopulateCheck() : MechanismCheck("Populate", "it fills a range in one call, on every kernel since 5.14 and without root")
{
    protected override string Fix(SystemTree tree, int pages) => "run on Linux 5.14 or later";
}
