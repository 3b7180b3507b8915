using Bench.Results.Data;

namespace Bench.Results.Judge.Parts;

/// <summary>What the kernel does besides clearing: allocate, charge, map, account.</summary>
internal sealed class KernelWork : TouchPart
{
    public override string Name => "the kernel's other work";

    public override string How =>
        "MADV_POPULATE_WRITE of everything, less the same again, which only walks to each page, and less clearing: allocate, charge, map, "
        + "account";

    public override int Rank => 1;

    public override IReadOnlyList<Sum> Ways(Paging paging) => [new(["Populate"], ["PopulateAgain", StepTimes.Clearing])];
}
