using Bench.Interop;
using Bench.Machine;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether memory is being swapped out.</summary>
internal sealed class SwapCheck() : Check("swap", FindingKind.Noise, "Swap",
    "a page that has to be read back costs thousands of times a page fault")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => MemInfo.Swap(tree) switch
    {
        (null, _) => [Note("not visible here")],
        (0, _) => [Ok("off")],
        ({ } total, { } free) when free < total =>
            [Noisy($"{ByteSize.Describe(total - free)} in use", "sudo swapoff -a, with enough memory free to take it back")],
        _ => [Note("on, none of it in use", "sudo swapoff -a")],
    };
}
