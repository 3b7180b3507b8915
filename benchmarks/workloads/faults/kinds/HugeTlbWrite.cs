using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Kinds;

/// <summary>
/// The first write to memory of MAP_HUGETLB: a huge page of the default size, out of the pool that the administrator set aside. The pool is
/// never changed here.
/// </summary>
/// <param name="memInfo">What /proc/meminfo says.</param>
[SupportedOSPlatform("linux")]
public sealed class HugeTlbWrite(string memInfo) : FaultKind
{
    private const string Pool = "/proc/sys/vm/nr_hugepages";

    private readonly long free = Number(memInfo, "HugePages_Free");
    private readonly long bytes = Number(memInfo, "Hugepagesize") * 1024;

    /// <summary>As this machine does it.</summary>
    public HugeTlbWrite() : this(File.ReadAllText("/proc/meminfo"))
    {
    }

    public override string Name => "HugeTlbWrite";

    public override string Why => "huge pages from a reserved pool need no search for free memory, only zeroing";

    public override int Rank => 7;

    /// <summary>Pages of the pool have an account of their own (HugetlbPages in /proc/self/status).</summary>
    public override int AnonymousPages => 0;

    public override int PagesPerFault => bytes > 0 ? (int)(bytes / PageSize.Bytes) : 1;

    public override string Remedy => Region.Pages % PagesPerFault == 0
        ? $"as root: echo {Region.Pages / PagesPerFault} > {Pool}, which sets the memory aside until it is undone"
        : $"--region with a multiple of {bytes >> 10}KiB";

    public override string? WhyNot()
    {
        if (bytes <= 0)
            return "this kernel has no huge pages (CONFIG_HUGETLBFS)";
        if (Region.Pages % PagesPerFault != 0)
            return $"the region is no multiple of a huge page of {bytes >> 10} KiB";
        long needed = Region.Pages / PagesPerFault;
        return free >= needed ? null : $"needs {needed} free huge pages of {bytes >> 10} KiB ({Pool}); there are {free}";
    }

    public override Mapping Map(int pages) => Mapping.HugeTlb(pages);

    private static long Number(string memInfo, string key)
    {
        string? line = memInfo.Split('\n').FirstOrDefault(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        return long.TryParse(line?[(key.Length + 1)..].Replace("kB", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long value) ? value : 0;
    }
}
