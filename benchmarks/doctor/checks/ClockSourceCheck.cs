using System.Globalization;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether time is read without a system call: the source's name promises it, a measurement shows it.</summary>
internal sealed class ClockSourceCheck() : Check("clock_source", FindingKind.Noise, "Clock",
    "where the vDSO can't read the clock, every reading is a system call, and so is every clock_gettime row")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        string source = tree.LineOrWhy("/sys/devices/system/clocksource/clocksource0/current_clocksource");
        if (ClockCost.Measure() is not var (viaLibc, viaSyscall))
            return [Note($"{source}; not measured on this architecture")];
        string seen = string.Create(CultureInfo.InvariantCulture,
            $"{source}: {viaLibc:0} ns by the C library, {viaSyscall:0} ns by system call (quick look)");
        // Reading in user mode saves the way into the kernel and back, never less than a third of the whole.
        bool vdso = viaLibc < viaSyscall * 0.67;
        return [vdso
            ? Ok(seen)
            : Noisy(seen,
                $"echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource, or boot with clocksource=tsc")];
    }
}
