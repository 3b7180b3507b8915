namespace Bench.Interop.Memory;

/// <summary>Where the kernel has its settings of transparent huge pages (Documentation/admin-guide/mm/transhuge.rst).</summary>
public static class HugePageFiles
{
    /// <summary>The folder.</summary>
    public const string Folder = "/sys/kernel/mm/transparent_hugepage";
}
