namespace Bench.Machine.Readers.Hypervisor;

/// <summary>What the kernel found itself running on: its own words at boot, and what it offers since.</summary>
internal static class KernelSigns
{
    /// <summary>
    /// A hypervisor of page tables in software, which never shows in CPUID: a guest in the processor's user mode asks the machine below it.
    /// </summary>
    public const string Pvm = "PVM";

    private const string Kernel = "the kernel";
    private const string Clock = "the clock";
    private const string Detected = "Hypervisor detected: ";
    private const string Clocks = "/sys/devices/system/clocksource/clocksource0/";

    private static readonly (string Word, string Name)[] Words =
        [(Pvm, Pvm), ("KVM", "KVM"), ("Hyper-V", "Hyper-V"), ("VMware", "VMware"), ("xen", "Xen"), ("ACRN", "ACRN"),
            ("Jailhouse", "Jailhouse"), ("z/VM", "z/VM")];

    /// <summary>The signs, strongest first.</summary>
    /// <param name="tree">The system.</param>
    /// <param name="log">The kernel's first messages.</param>
    public static IEnumerable<HypervisorSign> Read(SystemTree tree, IReadOnlyList<string> log)
    {
        string?[] named =
        [
            // The log may be for root, or overwritten; PVM's own option stays to be read by everybody.
            log.FirstOrDefault(line => line.StartsWith(Detected, StringComparison.Ordinal))?[Detected.Length..]
                ?? (BootOptions.Find(tree, "pvm_no_zero_page").Count > 0 ? Pvm : null),
            tree.Line("/sys/hypervisor/type"),
            tree.Line("/proc/device-tree/hypervisor/compatible"),
            tree.Field("/proc/sysinfo", "VM00 Control Program"),
            tree.Field("/proc/cpuinfo", "vendor_id") is "User Mode Linux" and var uml ? uml : null,
        ];
        return [.. named.OfType<string>().Select(Known).Where(name => name.Length > 0).Select(name => new HypervisorSign(Kernel, name)),
            .. OfClock(tree)];
    }

    private static IEnumerable<HypervisorSign> OfClock(SystemTree tree)
    {
        string clocks = $"{tree.Line(Clocks + "available_clocksource")} {tree.Line(Clocks + "current_clocksource")}";
        if (clocks.Contains("kvm-clock", StringComparison.Ordinal))
            yield return new HypervisorSign(Clock, "KVM");
        if (clocks.Contains("hyperv", StringComparison.Ordinal))
            yield return new HypervisorSign(Clock, "Hyper-V");
        if (clocks.Split(' ').Contains("xen"))
            yield return new HypervisorSign(Clock, "Xen");
    }

    private static string Known(string text) =>
        Words.FirstOrDefault(it => text.Contains(it.Word, StringComparison.OrdinalIgnoreCase)).Name ?? PlainText.Of(text);
}
