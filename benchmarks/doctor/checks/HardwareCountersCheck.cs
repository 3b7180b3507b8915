using System.Runtime.Versioning;
using Bench.Interop.Perf;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>What the processor counts for a thread.</summary>
internal sealed class HardwareCountersCheck() : Check("hardware_counters", FindingKind.Tools, "Hardware counters",
    "rows show cycles, instructions, TLB misses and page walks, in user mode and in the kernel, where the processor counts them")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        var tried = Tried();
        string counted = string.Join(", ", tried.Where(each => each.Lacking.Length == 0).Select(each => each.Name));
        string lacking = string.Join("; ", tried.Select(each => each.Lacking).Where(reason => reason.Length > 0).Distinct());
        return
        [
            lacking.Length == 0 ? Ok(counted) : Note(counted.Length == 0 ? $"none: {lacking}" : $"{counted}; others not: {lacking}",
                "sudo sysctl kernel.perf_event_paranoid=1 counts the kernel too; a virtual machine has those that its host gives it"),
        ];
    }

    [SupportedOSPlatform("linux")]
    private static (string Name, string Lacking)[] Tried()
    {
        List<(string, string)> tried = [];
        foreach (var hardware in HardwareEvent.All)
            foreach (var mode in Enum.GetValues<PrivilegeMode>())
                tried.Add(($"{mode.ToString().ToLowerInvariant()} {hardware.Words}", Lacking(hardware, mode)));
        return [.. tried];
    }

    [SupportedOSPlatform("linux")]
    private static string Lacking(HardwareEvent hardware, PrivilegeMode mode)
    {
        string reason = hardware.Configs.Count == 0 ? $"no event of this kind of processor is known that counts {hardware.Words}" : "";
        foreach (ulong config in hardware.Configs)
        {
            using var counter = PerfEvent.TryOpen(hardware.Type, config, mode, out string why);
            if (counter is null)
                reason = why;
        }
        return reason;
    }
}
