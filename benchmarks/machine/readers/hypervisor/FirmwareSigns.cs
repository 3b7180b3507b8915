namespace Bench.Machine.Readers.Hypervisor;

/// <summary>
/// Names that a machine's firmware and its model of processor bear; bare-metal offers of a cloud bear the cloud's name too.
/// </summary>
internal static class FirmwareSigns
{
    private const string Dmi = "/sys/class/dmi/id";
    private const string Acpi = "/sys/firmware/acpi/tables/FACP";

    // An ACPI table begins with 36 bytes, six of which name its maker.
    private const int AcpiHeader = 36;

    private static readonly (string Sign, string Name, bool IsMachine)[] OfDmi =
    [
        ("Amazon EC2", "Amazon EC2", true), ("Google Compute Engine", "Google Compute Engine", true), ("Virtual Machine", "Hyper-V", false),
        ("VMware", "VMware", false),
        ("innotek", "VirtualBox", false), ("VirtualBox", "VirtualBox", false), ("Parallels", "Parallels", false),
        ("OpenStack", "OpenStack", true), ("KVM", "KVM", false),
        ("QEMU", "QEMU", true), ("Bochs", "Bochs", true), ("Xen", "Xen", false), ("DigitalOcean", "DigitalOcean", true),
        ("Hetzner", "Hetzner", true),
        ("Apple Virtualization", "Apple", true), ("Cloud Hypervisor", "Cloud Hypervisor", true),
    ];

    private static readonly (string Sign, string Name, bool IsMachine)[] OfAcpi =
    [
        ("FIRECK", "Firecracker", true), ("BOCHS", "QEMU", true), ("CLOUDH", "Cloud Hypervisor", true), ("CROSVM", "crosvm", true),
        ("VBOX", "VirtualBox", false),
        ("VRTUAL", "Hyper-V", false), ("AMAZON", "Amazon EC2", true), ("Google", "Google Compute Engine", true), ("Xen", "Xen", false),
    ];

    /// <summary>The signs.</summary>
    /// <param name="tree">The system.</param>
    /// <param name="log">The kernel's first messages.</param>
    public static IEnumerable<HypervisorSign> Read(SystemTree tree, IReadOnlyList<string> log)
    {
        string machine = $"{tree.Line($"{Dmi}/sys_vendor")} {tree.Line($"{Dmi}/product_name")}";
        if (!machine.Contains("metal", StringComparison.Ordinal) && Find(OfDmi, machine, "firmware") is { } byDmi)
            yield return byDmi;
        // The table itself is for root; the kernel named its maker when it booted.
        string maker = tree.Text(Acpi) is { } table
            ? table[..Math.Min(table.Length, AcpiHeader)]
            : log.FirstOrDefault(line => line.StartsWith("ACPI: RSDP", StringComparison.Ordinal)) ?? "";
        if (Find(OfAcpi, maker, "ACPI") is { } byAcpi)
            yield return byAcpi;
        string model = tree.Field("/proc/cpuinfo", "model name") ?? "";
        if (model.Contains("QEMU", StringComparison.Ordinal))
            yield return new HypervisorSign("the processor's name", "QEMU", IsMachine: true);
        else if (model.Contains("KVM", StringComparison.Ordinal))
            yield return new HypervisorSign("the processor's name", "KVM");
    }

    private static HypervisorSign? Find((string Sign, string Name, bool IsMachine)[] known, string text, string by) =>
        known.FirstOrDefault(it => text.Contains(it.Sign, StringComparison.Ordinal)) is { Name: { } name, IsMachine: var isMachine }
            ? new HypervisorSign(by, name, isMachine)
            : null;
}
