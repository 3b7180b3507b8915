namespace Bench.Machine.Readers.Hypervisor;

/// <summary>
/// The hypervisor by every sign there is, and what it means where they disagree. What may be read depends on the user and the time since
/// boot: no identity of a machine.
/// </summary>
internal static class Hypervisors
{
    private const string Outer = "the processor's answer comes from an outer machine";
    private const string Imitated = "machines lie in each other here, or one imitates another";

    /// <summary>
    /// One line, e.g. "KVM by the kernel, the clock and CPUID; the machine is Firecracker (ACPI)"; null where no sign is seen. Never
    /// throws, never waits.
    /// </summary>
    /// <param name="tree">The system.</param>
    /// <param name="signature">What hypervisors sign in CPUID's leaves; the processor's answer unless given, and none of another system
    /// than the running one.</param>
    public static string? Describe(SystemTree tree, Func<uint, string>? signature = null)
    {
        var log = KernelLog.Read(tree);
        HypervisorSign[] all = [.. KernelSigns.Read(tree, log), .. OfProcessor(tree, signature), .. FirmwareSigns.Read(tree, log)];
        var signs = all.Where(sign => !sign.IsMachine && !IsImplied(sign, all)).ToLookup(sign => sign.Name, sign => sign.By);
        var machines = all.Where(sign => sign.IsMachine).ToLookup(sign => sign.Name, sign => sign.By);

        string hypervisor = signs.Count > 0
            ? string.Join(", ", signs.Select(group => $"{group.Key} by {List(group)}")) + Meaning(all, signs)
            : Virtualization.HasFlag(tree) ? "unnamed (hypervisor flag)"
            : machines.Count > 0 ? "unnamed" : "";
        string machine = string.Join(", ", machines.Select(group => $"{group.Key} ({List(group)})"));
        return hypervisor.Length == 0 ? null : machine.Length == 0 ? hypervisor : $"{hypervisor}; the machine is {machine}";
    }

    private static IEnumerable<HypervisorSign> OfProcessor(SystemTree tree, Func<uint, string>? signature)
    {
        // Without the flag these leaves hold anything.
        signature ??= tree.IsLive ? Cpuid.Signature : null;
        return signature is not null && Virtualization.HasFlag(tree)
            ? Cpuid.Hypervisors(signature).Select(name => new HypervisorSign("CPUID", name))
            : [];
    }

    // PVM is a flavour of KVM, and has its clock.
    private static bool IsImplied(HypervisorSign sign, HypervisorSign[] all) =>
        sign is { By: "the clock", Name: "KVM" } && all.Any(other => other.Name == KernelSigns.Pvm);

    private static string Meaning(HypervisorSign[] all, ILookup<string, string> signs)
    {
        if (signs.Count == 1)
            return "";
        string? byKernel = all.FirstOrDefault(sign => sign.By == "the kernel")?.Name;
        string[] byProcessor = [.. all.Where(sign => sign.By == "CPUID").Select(sign => sign.Name)];
        return byKernel is not null && byProcessor.Length > 0 && !byProcessor.Contains(byKernel) ? $": {Outer}" : $": {Imitated}";
    }

    private static string List(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct()];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
