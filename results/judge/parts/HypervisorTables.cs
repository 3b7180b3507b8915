namespace Bench.Results.Judge.Parts;

/// <summary>What the hypervisor takes to fill its own tables.</summary>
internal sealed class HypervisorTables : TouchPart
{
    public override string Name => "the hypervisor's tables";

    public override string How =>
        "first touch of memory that is mapped already; alike after mprotect(PROT_NONE) and back, and after MADV_COLD";

    public override int Rank => 2;

    public override IReadOnlyList<Sum> Ways(Paging paging) => [new(["FirstUse"], [])];

    public override IReadOnlyList<Sum> Likenesses => [new(["UseAfterProtect"], []), new(["UseAfterCold"], [])];

    public override bool IsIn(Paging paging) => paging == Paging.Hypervisor;
}
