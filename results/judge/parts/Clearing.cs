using Bench.Results.Data;

namespace Bench.Results.Judge.Parts;

/// <summary>Clearing the page.</summary>
internal sealed class Clearing : TouchPart
{
    public override string Name => "clearing";

    public override string How => "/dev/zero read into memory that no cache holds: the yardstick; at most what MADV_POPULATE_WRITE takes";

    public override int Rank => 0;

    public override IReadOnlyList<Sum> Ways(Paging paging) => [new([StepTimes.Clearing], [])];

    // Memory that was just given back may still be in a cache.
    public override Sum AtMost => new(["Populate"], ["PopulateAgain"]);
}
