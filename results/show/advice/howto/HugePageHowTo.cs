namespace Bench.Results.Show.Advice.Howto;

/// <summary>A huge page by MADV_HUGEPAGE, as most systems have it.</summary>
public sealed class HugePageHowTo : HowTo
{
    /// <inheritdoc/>
    public override string Mechanism => "HugePage";

    /// <inheritdoc/>
    public override IEnumerable<HowToStep> Steps(int pages, int pageBytes) =>
    [
        new("As root, where it says [never]", $"echo madvise > {Sysfs}/enabled"),
        new("In the program, after mapping its memory at a multiple of the size (madvise(2))", "madvise(address, length, MADV_HUGEPAGE);"),
        new("For malloc of a C program, without changing it (glibc 2.35)", "GLIBC_TUNABLES=glibc.malloc.hugetlb=1 PROGRAM"),
        new("For a .NET heap, which does not ask: reserved huge pages instead, all of the heap committed at start",
            $"sysctl vm.nr_hugepages=1024; DOTNET_GCLargePages=1 DOTNET_GCHeapHardLimit=0x40000000 dotnet PROGRAM"),
    ];
}
