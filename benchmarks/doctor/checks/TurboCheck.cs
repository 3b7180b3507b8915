using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether the processor's speed depends on its temperature.</summary>
internal sealed class TurboCheck() : Check("turbo", FindingKind.Noise, "Turbo",
    "a processor that boosts slows down as it warms up, so early rows look faster than late ones")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => CpuFrequency.Boost(tree) switch
    {
        { On: true, Off: var off } => [Noisy("on", off)],
        { On: false } => [Ok("off")],
        null => [Note("not visible here")],
    };
}
