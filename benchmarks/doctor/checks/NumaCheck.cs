using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether all memory is equally near.</summary>
internal sealed class NumaCheck() : Check("numa", FindingKind.Noise, "NUMA",
    "a page on another node is farther away, and which node it comes from changes from run to run")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) =>
        KernelNumbers.CountOfList(tree.Line("/sys/devices/system/node/online")) switch
        {
            null or 1 => [Ok("one node")],
            { } nodes => [Noisy($"{nodes} nodes", "start with numactl --cpunodebind=0 --membind=0")],
        };
}
