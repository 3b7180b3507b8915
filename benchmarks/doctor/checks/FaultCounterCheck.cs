using Bench.Interop.Perf;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>What counts page faults.</summary>
internal sealed class FaultCounterCheck() : Check("fault_counter", FindingKind.Tools, "Fault counter",
    "every row is checked against its faults per page; perf counts traps alone, getrusage also pages filled inside the kernel")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        using var counter = FaultCounter.Open();
        return
        [
            counter.WhyNotPerf is { } whyNot
                ? Note($"{counter.Source}: {whyNot}", "sudo sysctl kernel.perf_event_paranoid=2; in a container also allow perf_event_open")
                : Ok(counter.Source),
        ];
    }
}
