using System.Diagnostics;
using Bench.Doctor;
using Bench.Doctor.Checks;
using Bench.Machine;
using Bench.Machine.Readers;
using Bench.Machine.Readers.Hypervisor;
using Bench.Results.Data;
using Bench.Results.Pair;

namespace Bench.Tests.Machine;

/// <summary>
/// The hypervisor is named from every sign, and what they mean where they disagree; on made-up systems, of which two are those that the
/// suite is run on.
/// </summary>
public class HypervisorTests
{
    private const string Clocks = "/sys/devices/system/clocksource/clocksource0";

    [Fact]
    public void WhereKernelAndProcessorDisagreeTheProcessorsAnswerIsFromOutside()
    {
        using var tree = Pvm().With("/dev/kmsg", "5,0,0,-;Linux version 6.18\n6,12,0,-;Hypervisor detected: PVM\n");
        Assert.Equal("PVM by the kernel, bhyve by CPUID: the processor's answer comes from an outer machine", Describe(tree, "bhyvebhyve"));
    }

    /// <summary>Whoever may not read the log, or reads it too late, finds the same.</summary>
    [Fact]
    public void TheOptionOfAPvmGuestSaysAsMuchAsItsLog()
    {
        using var tree = Pvm();
        Assert.Equal("PVM by the kernel, bhyve by CPUID: the processor's answer comes from an outer machine", Describe(tree, "bhyvebhyve"));
        Assert.Equal("pvm_no_zero_page=1 pti=on", Fact(tree, "guest_options").Value);
        Assert.True(Fact(tree, "guest_options").Matters);
    }

    [Fact]
    public void SignsThatAgreeAreNamedTogether()
    {
        using var tree = Virtual()
            .With("/proc/cmdline", "console=ttyS0 nested_pvm=1 rdinit=/x -- --pvm_no_zero_page\n")
            .With($"{Clocks}/available_clocksource", "tsc kvm-clock \n")
            .With("/dev/kmsg", "4,1,0,-;Hypervisor detected: KVM\n6,2,0,-;ACPI: RSDP 0x00000000000E0000 000024 (v02 FIRECK)\n");
        Assert.Equal("KVM by the kernel, the clock and CPUID; the machine is Firecracker (ACPI)", Describe(tree, "KVMKVMKVM"));
        Assert.Equal("nested_pvm=1", Fact(tree, "guest_options").Value);
    }

    [Theory]
    [InlineData("KVMKVMKVM", "", "innotek GmbH",
        "KVM by CPUID, VirtualBox by firmware: machines lie in each other here, or one imitates another")]
    [InlineData("MicrosoftHv", "KVMKVMKVM", "QEMU",
        "Hyper-V by CPUID, KVM by CPUID: machines lie in each other here, or one imitates another; the machine is QEMU (firmware)")]
    [InlineData("KVMKVMKVM", "", "Amazon EC2", "KVM by CPUID; the machine is Amazon EC2 (firmware)")]
    [InlineData("SRESRESRESRE", "", "Dell Inc.", "SRESRESRESRE by CPUID")]
    [InlineData("", "", "Dell Inc.", "unnamed (hypervisor flag)")]
    [InlineData("", "", "QEMU", "unnamed (hypervisor flag); the machine is QEMU (firmware)")]
    public void ProcessorAndFirmwareAreHeard(string first, string second, string vendor, string seen)
    {
        using var tree = Virtual().With("/sys/class/dmi/id/sys_vendor", vendor);
        Assert.Equal(seen,
            Hypervisors.Describe(tree.Tree, leaf => leaf == Cpuid.First ? first : leaf == Cpuid.First + 0x100 ? second : ""));
    }

    [Theory]
    [InlineData("/proc/sysinfo", "VM00 Control Program: KVM/Linux\n", "KVM by the kernel")]
    [InlineData("/proc/device-tree/hypervisor/compatible", "linux,kvm\0", "KVM by the kernel")]
    [InlineData("/sys/hypervisor/type", "xen\n", "Xen by the kernel")]
    [InlineData("/proc/cpuinfo", "vendor_id\t: User Mode Linux\n", "User Mode Linux by the kernel")]
    [InlineData("/proc/cpuinfo", "model name\t: Common KVM processor\n", "KVM by the processor's name")]
    [InlineData(Clocks + "/current_clocksource", "hyperv_clocksource_tsc_page\n", "Hyper-V by the clock")]
    [InlineData("/sys/firmware/acpi/tables/FACP", "FACP\u0001\u0002\u0003\u0004\u0005\u0006BOCHS BXPC",
        "unnamed; the machine is QEMU (ACPI)")]
    public void EachSignIsEnough(string file, string content, string seen)
    {
        using var tree = new FakeTree().With(file, content);
        Assert.Equal(seen, Hypervisors.Describe(tree.Tree));
    }

    [Fact]
    public void WithoutAnySignThereIsNone()
    {
        using var tree = new FakeTree().With("/proc/cpuinfo", "model name\t: X\nflags\t\t: fpu\n")
            .With("/sys/class/dmi/id/sys_vendor", "Amazon EC2").With("/sys/class/dmi/id/product_name", "c7g.metal");
        Assert.Null(Hypervisors.Describe(tree.Tree, _ => throw new InvalidOperationException("bare metal has no such leaves")));
        Assert.Equal("none seen", Fact(tree, "hypervisor_name").Value);
        Assert.Equal(Severity.Ok, Assert.Single(new HypervisorCheck().Examine(tree.Tree)).Severity);
    }

    /// <summary>What programs write into the log bears their number; only the kernel's own words count.</summary>
    [Fact]
    public void NobodyElseSpeaksForTheKernel()
    {
        using var tree = new FakeTree().With("/dev/kmsg",
            "12,1,0,-;Hypervisor detected: Evil\n4,2,0,-;x Hypervisor detected: Evil\nHypervisor detected: Evil\n");
        Assert.Null(Hypervisors.Describe(tree.Tree));
    }

    [Fact]
    public void WordsOfOthersAreOnlyText()
    {
        using var tree = Virtual().With("/dev/kmsg", $"4,1,0,-;Hypervisor detected: \u001b[2J\u202eoff\t{new string('x', 500)}\n");
        string seen = Describe(tree, "\u001b]0;evil\a")!;
        Assert.Equal($"[2Joff{new string('x', 34)} by the kernel, ]0;evil by CPUID: the processor's answer comes from an outer machine",
            seen);
    }

    [Fact]
    public void ALogWithoutEndIsReadOnlyAtItsBeginning()
    {
        const string Line = "6,1,0,-;something that the kernel says again and again\n";
        using var tree =
            new FakeTree().With("/dev/kmsg", string.Concat(Enumerable.Repeat(Line, 400_000)) + "4,1,0,-;Hypervisor detected: KVM\n");
        Assert.Null(Hypervisors.Describe(tree.Tree));
        Assert.InRange(KernelLog.Read(tree.Tree).Count, 1, 400_000);
    }

    [Fact]
    public void ALogThatGivesNothingIsNotWaitedFor()
    {
        using var tree = new FakeTree().WithDirectory("/dev");
        using (var made = Process.Start("mkfifo", tree.Root + "/dev/kmsg"))
            made.WaitForExit();
        Assert.Empty(KernelLog.Read(tree.Tree));
        Assert.Null(Hypervisors.Describe(tree.Tree));
    }

    /// <summary>
    /// Two runs on one machine, of root and of somebody else, early and late, are of one environment; and so is a run of the first release.
    /// </summary>
    [Fact]
    public void WhatTellsMachinesApartIsNeverInTheLog()
    {
        using var silent = Virtual().With($"{Clocks}/available_clocksource", "tsc kvm-clock \n");
        using var told = Virtual().With($"{Clocks}/available_clocksource", "tsc kvm-clock \n")
            .With("/dev/kmsg", "4,1,0,-;Hypervisor detected: PVM\n6,2,0,-;ACPI: RSDP (v02 FIRECK)\n");
        Assert.Equal(MachineEnvironment.Read(silent.Root).Where(fact => fact.Matters),
            MachineEnvironment.Read(told.Root).Where(fact => fact.Matters));
        Assert.Equal("KVM (kvm-clock)", Fact(told, "hypervisor").Value);
        Assert.Equal("PVM by the kernel; the machine is Firecracker (ACPI)", Fact(told, "hypervisor_name").Value);
        Assert.False(Fact(told, "hypervisor_name").Matters);
    }

    /// <summary>The first release's facts beside today's: what it did not know is no difference, and what it knew is as it was.</summary>
    [Fact]
    public void AnEnvironmentOfTheFirstReleaseIsOfTheSameMachine()
    {
        var today = MachineEnvironment.Read();
        var before = today.Where(fact => fact.Key is not ("guest_options" or "hypervisor_name" or "read_fault")).ToList();
        Assert.Equal(today.Count - 3, before.Count);
        Assert.Null(SameMachine.Difference(before, today));
        Assert.Null(SameMachine.Difference(today, before));
        var elsewhere = today.Select(fact => fact.Key == "guest_options" ? fact with { Value = "pvm_no_zero_page=1" } : fact).ToList();
        Assert.Equal("Guest options", SameMachine.Difference(today, elsewhere)?.Label);
    }

    [Fact]
    public void ThisMachineSaysTheSameTwice() =>
        Assert.Equal(Hypervisors.Describe(new SystemTree()), Hypervisors.Describe(new SystemTree()));

    private static FakeTree Virtual() => new FakeTree().With("/proc/cpuinfo", "model name\t: X\nflags\t\t: fpu hypervisor\n");

    private static FakeTree Pvm() =>
        Virtual().With("/proc/cmdline", "quiet pvm_no_zero_page=1 pti=on\n").With($"{Clocks}/available_clocksource", "tsc kvm-clock \n");

    private static string? Describe(FakeTree tree, string signature) =>
        Hypervisors.Describe(tree.Tree, leaf => leaf == Cpuid.First ? signature : "");

    private static EnvironmentFact Fact(FakeTree tree, string key) =>
        Assert.Single(MachineEnvironment.Read(tree.Root), fact => fact.Key == key);
}
