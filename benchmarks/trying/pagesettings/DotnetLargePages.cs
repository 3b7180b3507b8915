using System.Globalization;
using System.Runtime.Versioning;
using Bench.Machine.Readers;

namespace Bench.Trying.PageSettings;

/// <summary>
/// .NET's heap in huge pages that were reserved (DOTNET_GCLargePages), which needs a limit of the heap: as much as is reserved and free.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class DotnetLargePages : PageSetting
{
    public override int Rank => 7;

    public override IEnumerable<OfferedSetting> Offers(Situation here)
    {
        if (!here.Program.IsDotnet)
            return [];
        long free = MemInfo.FreeHugePages(new SystemTree());
        string limit = free.ToString("X", CultureInfo.InvariantCulture);
        return
        [
            new("dotnet-large-pages", ".NET's heap in reserved huge pages")
            {
                Variables = [new("DOTNET_GCLargePages", "1"), new("DOTNET_GCHeapHardLimit", limit)],
                WhyNot = free > 0 ? null : "no huge pages are reserved and free (/proc/sys/vm/nr_hugepages)",
            },
        ];
    }
}
