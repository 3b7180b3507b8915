using Bench.Results.Data;

namespace Bench.Results.Judge.Parts;

/// <summary>The exception's delivery, the kernel's way to its handler, and the return.</summary>
internal sealed class WayInAndOut : TouchPart
{
    public override string Name => "the way in and out";

    public override string How =>
        "the whole less the parts above, and a fault that only maps (a page of a file that is there) less its populate and its first use; "
        + "the lesser of both";

    public override int Rank => 3;

    // The page that a fault gives was just cleared and is in the cache: where no hypervisor fills tables its touch costs next to nothing.
    public override IReadOnlyList<Sum> Ways(Paging paging) =>
    [
        new([StepTimes.Whole, "PopulateAgain"], paging == Paging.Hypervisor ? ["Populate", "FirstUse"] : ["Populate"]),
        new(["SharedFault", "SharedPopulateAgain"], ["SharedPopulate", "SharedFirstUse"]),
    ];
}
