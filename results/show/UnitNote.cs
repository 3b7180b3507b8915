
using Bench.Results.Data;

namespace Bench.Results.Show;

/// <summary>What a reader must know about a unit that isn't time.</summary>
public static class UnitNote
{
    /// <summary>Lines to print above the numbers; none for nanoseconds.</summary>
    public static IReadOnlyList<string> Of(string unit) => unit != Units.Instructions ? [] :
    [
        "Every number is a count of executed instructions: the clock of this emulated machine ticks once an instruction, so the same code "
            + "gives the same digits on every host.",
        "It tells when a path becomes longer or shorter. It does not tell time: there are no caches, no TLB misses and no mispredicted "
        + "branches; mitigations count "
            + "as the instructions they add, not as what they make the processor forget; an instruction that does much (rep stosq) counts "
            + "by its steps.",
    ];
}
