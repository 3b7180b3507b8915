namespace Bench.Results.Show.Advice.Howto;

/// <summary>Multi-size THP: a system setting, and a madvise call.</summary>
public sealed class LargeFolioHowTo : HowTo
{
    /// <inheritdoc/>
    public override string Mechanism => "LargeFolio";

    /// <inheritdoc/>
    public override IEnumerable<HowToStep> Steps(int pages, int pageBytes)
    {
        long size = (long)pages * pageBytes / 1024;
        yield return new("As root (Linux 6.8), until the next boot: other sizes off, as the kernel tries the largest that is on first",
            $"for f in {Sysfs}/hugepages-*kB/enabled; do echo never > $f; done");
        yield return new("and this one on, for programs that ask for it", $"echo madvise > {Sysfs}/hugepages-{size}kB/enabled");
        yield return new("In the program, after mapping its memory (madvise(2))", "madvise(address, length, MADV_HUGEPAGE);");
        yield return new(
            "Or, for programs that can't be changed, such as .NET, whose collector doesn't ask: on for every process of the machine",
            $"echo always > {Sysfs}/hugepages-{size}kB/enabled");
    }
}
