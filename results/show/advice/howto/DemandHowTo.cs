namespace Bench.Results.Show.Advice.Howto;

/// <summary>Nothing to do, but where the system preallocates by itself.</summary>
public sealed class DemandHowTo : HowTo
{
    /// <inheritdoc/>
    public override string Mechanism => "Demand";

    /// <inheritdoc/>
    public override IEnumerable<HowToStep> Steps(int pages, int pageBytes) =>
    [
        new("Nothing, where transparent huge pages are not given to everyone; this should not say [always]",
            $"cat {Sysfs}/enabled {Sysfs}/hugepages-*kB/enabled"),
        new("Where it does: in the program, after mapping its memory (madvise(2))", "madvise(address, length, MADV_NOHUGEPAGE);"),
    ];
}
