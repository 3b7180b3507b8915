using Bench.Machine.Readers.Hypervisor;

namespace Bench.Machine.Readers;

/// <summary>
/// The hypervisor as an environment names it since the first release, by what everybody may read; systemd-detect-virt(1) goes by the same.
/// Its words don't change: runs are found comparable by them. <see cref="Hypervisors"/> knows more.
/// </summary>
internal static class Virtualization
{
    private const string Dmi = "/sys/class/dmi/id";

    // Substrings of "vendor product" of machines that exist in software only.
    private static readonly (string Sign, string Name)[] Machines =
    [
        ("Amazon EC2", "Amazon EC2"), ("Google Compute Engine", "Google Compute Engine"), ("Virtual Machine", "Hyper-V"),
        ("VMware", "VMware"),
        ("innotek", "VirtualBox"), ("VirtualBox", "VirtualBox"), ("Parallels", "Parallels"), ("OpenStack", "OpenStack"), ("KVM", "KVM"),
        ("QEMU", "QEMU"), ("Bochs", "Bochs"), ("Xen", "Xen"), ("DigitalOcean", "DigitalOcean"), ("Hetzner", "Hetzner"),
        ("Apple Virtualization", "Apple"),
    ];

    /// <summary>What is seen of the hypervisor, with the sign it is known by; null where nothing is.</summary>
    public static string? Describe(SystemTree tree)
    {
        string? name = FromProcessor(tree) ?? FromKernel(tree);
        string? machine = FromFirmware(tree);
        if (name is null && machine is null)
            return HasFlag(tree) ? "unnamed (hypervisor flag)" : null;
        return string.Join(", ", new[] { name, machine }.OfType<string>().Distinct());
    }

    /// <summary>
    /// Whether the processor says that it is a hypervisor's. The flag is x86's; a bare EC2 or Hetzner machine has the same vendor, without
    /// the flag.
    /// </summary>
    public static bool HasFlag(SystemTree tree) => (tree.Field("/proc/cpuinfo", "flags") ?? "").Split(' ').Contains("hypervisor");

    private static string? FromProcessor(SystemTree tree)
    {
        if (!tree.IsLive || !HasFlag(tree))
            return null;
        return Cpuid.Name(Cpuid.Signature(Cpuid.First));
    }

    private static string? FromKernel(SystemTree tree)
    {
        if (tree.Line("/sys/hypervisor/type") is { } type)
            return type;
        string clocks = tree.Line("/sys/devices/system/clocksource/clocksource0/available_clocksource") ?? "";
        if (clocks.Contains("kvm-clock", StringComparison.Ordinal))
            return "KVM (kvm-clock)";
        if (clocks.Contains("hyperv", StringComparison.Ordinal))
            return "Hyper-V (its clock)";
        return tree.Line("/proc/device-tree/hypervisor/compatible") is { } compatible ? compatible : null;
    }

    private static string? FromFirmware(SystemTree tree)
    {
        string machine = $"{tree.Line($"{Dmi}/sys_vendor")} {tree.Line($"{Dmi}/product_name")}".Trim();
        string? known = Machines.FirstOrDefault(it => machine.Contains(it.Sign, StringComparison.Ordinal)).Name;
        // Bare-metal offers of a cloud carry its name too. On arm64 there is no flag to tell them apart.
        bool bare = machine.Contains("metal", StringComparison.Ordinal);
        return known is null || bare ? null : $"{known} (firmware: {machine})";
    }
}
