using System.Runtime.InteropServices;
using Bench.Interop.Syscalls;
using Bench.Machine.Readers;
using Bench.Machine.Readers.Hypervisor;

namespace Bench.Machine.Facts;

/// <summary>What is asked.</summary>
internal sealed class KernelFacts() : FactTable(FactGroup.Kernel)
{
    private const string Release = "/proc/sys/kernel/osrelease", Version = "/proc/sys/kernel/version";

    public override IEnumerable<Fact> Facts =>
    [
        // Some sources can't be read without a system call.
        Matters("clock_source", "Clock source", tree => tree.LineOrWhy("/sys/devices/system/clocksource/clocksource0/current_clocksource")),
        Matters("guest_options", "Guest options", GuestOptions),
        // By the signs that everybody may read at any time, in the words of the first release, so that its baselines stay comparable.
        Matters("hypervisor", "Hypervisor by CPUID", tree => Virtualization.Describe(tree) ?? "none seen"),
        // By every sign that this user may see; so it can't tell machines apart.
        Mentioned("hypervisor_name", "Hypervisor", tree => Hypervisors.Describe(tree) ?? "none seen"),
        // Elsewhere than on Linux the description in "os" has the version.
        Matters("kernel", "Kernel", tree =>
            tree.Line(Release) is { } release ? $"{release} {tree.Line(Version)}".TrimEnd() : tree.Absent(Release)),
        Matters("mitigations", "Mitigations", Mitigations),
        Mentioned("os", "Operating system", _ => RuntimeInformation.OSDescription),
        Matters("patched_kernel", "Patched kernel", _ =>
            OperatingSystem.IsLinux() && PatchedKernel.Probe(out string _) is { } kernel ? $"yes, up to {kernel.MaxPages} pages" : "no"),
    ];

    // Boot options that make faults and system calls of a guest cost otherwise: whether it has a zero page, and page tables of the kernel's
    // own.
    private static FactValue GuestOptions(SystemTree tree) =>
        BootOptions.Find(tree, "pvm_no_zero_page", "nested_pvm", "pti", "nopti") is { Count: > 0 } options
            ? string.Join(' ', options.Select(PlainText.Of))
            : "none";

    // What the kernel does against the processor's leaks: much of the cost of a system call.
    private static FactValue Mitigations(SystemTree tree)
    {
        string[] all = [.. Vulnerabilities.Active(tree), .. BootOptions.Find(tree, "mitigations")];
        return all.Length > 0 ? string.Join("; ", all) : tree.Exists(Vulnerabilities.Directory) ? "none needed" : SystemTree.NotThere;
    }
}
