using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>Multi-size transparent huge pages.</summary>
internal sealed class LargeFolioCheck() : MechanismCheck("LargeFolio", "one fault that maps a folio of n pages is the stock kernel's way of preallocating")
{
    protected override string Fix(SystemTree tree, int pages) =>
        tree.Exists(TransparentHugePageFiles.OfSize(pages * (long)Environment.SystemPageSize / 1024))
            ? $"sudo chown $USER {TransparentHugePageFiles.EverySize}, or run as root"
            : "run on Linux 6.8 or later, built with transparent huge pages";
}
