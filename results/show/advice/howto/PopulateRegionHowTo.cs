namespace Bench.Results.Show.Advice.Howto;

/// <summary>MAP_POPULATE: everything at once.</summary>
public sealed class PopulateRegionHowTo : HowTo
{
    /// <inheritdoc/>
    public override string Mechanism => "PopulateRegion";

    /// <inheritdoc/>
    public override IEnumerable<HowToStep> Steps(int pages, int pageBytes) =>
        [new("In the program, when it maps its memory (mmap(2))",
            "mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);")];
}
