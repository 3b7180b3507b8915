using Bench.Machine;
using Bench.Results.Data;

namespace Bench.Tests.Machine;

public class MachineEnvironmentTests
{
    [Fact]
    public void FactsAreComparableFromRunToRun()
    {
        var first = MachineEnvironment.Read();
        var second = MachineEnvironment.Read();
        Assert.Equal(first.Select(fact => fact.Key), second.Select(fact => fact.Key));
        Assert.Equal(first.Count, first.Select(fact => fact.Key).Distinct().Count());
        Assert.All(first, fact => Assert.Matches("^[a-z][a-z0-9_]*$", fact.Key));
        Assert.All(first, fact => Assert.True(fact.Value.Length > 0 && !fact.Value.Any(char.IsControl), fact.ToString()));
    }

    [Theory]
    [InlineData("kernel")]
    [InlineData("cpu")]
    [InlineData("mitigations")]
    [InlineData("thp")]
    [InlineData("mthp")]
    [InlineData("hypervisor")]
    [InlineData("clock_source")]
    [InlineData("smt")]
    [InlineData("governor")]
    [InlineData("syscall_route")]
    [InlineData("patched_kernel")]
    [InlineData("runtime")]
    public void TheseMatter(string key) => Assert.True(Value(MachineEnvironment.Read(), key).Matters);

    [Fact, Trait("Depends", "machine")]
    public void TheRealKernelIsThisOne() =>
        Assert.StartsWith(File.ReadAllText("/proc/sys/kernel/osrelease").Trim(), Value(MachineEnvironment.Read(), "kernel").Value);

    [Fact]
    public void AnEmptySystemHasEveryFactAllTheSame()
    {
        using var tree = new FakeTree();
        var facts = MachineEnvironment.Read(tree.Root);
        Assert.Equal(MachineEnvironment.Read().Select(fact => fact.Key), facts.Select(fact => fact.Key));
        Assert.Equal("not there", Value(facts, "kernel").Value);
        Assert.Equal("not there", Value(facts, "mthp").Value);
        Assert.Equal("none seen", Value(facts, "hypervisor").Value);
    }

    [Fact]
    public void MitigationsLeaveOutWhatDoesNotAffect()
    {
        using var tree = new FakeTree()
            .With("/proc/cmdline", "root=/dev/vda mitigations=auto secret=1 -- mitigations=of-init\n")
            .With("/sys/devices/system/cpu/vulnerabilities/mds", "Not affected\n")
            .With("/sys/devices/system/cpu/vulnerabilities/retbleed", "Vulnerable\n")
            .With("/sys/devices/system/cpu/vulnerabilities/spectre_v2", "Mitigation: Retpolines; STIBP: disabled; BHI: Not affected\n");
        Assert.Equal("retbleed: Vulnerable; spectre_v2: Retpolines, STIBP: disabled; mitigations=auto",
            Value(MachineEnvironment.Read(tree.Root), "mitigations").Value);
    }

    [Fact]
    public void SizesOfTheSameSettingStandTogetherInOrder()
    {
        const string Directory = "/sys/kernel/mm/transparent_hugepage";
        using var tree = new FakeTree()
            .With($"{Directory}/hugepages-1024kB/enabled", "always inherit madvise [never]\n")
            .With($"{Directory}/hugepages-16kB/enabled", "always inherit madvise [never]\n")
            .With($"{Directory}/hugepages-64kB/enabled", "always inherit [madvise] never\n")
            .With($"{Directory}/hugepages-2048kB/enabled", "garbage\n")
            .WithDirectory($"{Directory}/hugepages-8kB/stats")
            .WithDirectory($"{Directory}/hugepages-x");
        Assert.Equal("never: 16 1024 kB; madvise: 64 kB; unknown: 2048 kB", Value(MachineEnvironment.Read(tree.Root), "mthp").Value);
    }

    [Theory]
    [InlineData("QEMU", "Standard PC", "QEMU (firmware: QEMU Standard PC)")]
    [InlineData("Amazon EC2", "c7g.metal", "none seen")]
    [InlineData("Amazon EC2", "c7g.large", "Amazon EC2 (firmware: Amazon EC2 c7g.large)")]
    [InlineData("Dell Inc.", "PowerEdge", "none seen")]
    public void FirmwareNamesTheHypervisor(string vendor, string product, string seen)
    {
        using var tree = new FakeTree().With("/sys/class/dmi/id/sys_vendor", vendor).With("/sys/class/dmi/id/product_name", product);
        Assert.Equal(seen, Value(MachineEnvironment.Read(tree.Root), "hypervisor").Value);
    }

    [Fact]
    public void AHypervisorThatHidesItsNameIsSeen()
    {
        using var tree = new FakeTree().With("/proc/cpuinfo", "model name\t: X\nflags\t\t: fpu hypervisor sse\n");
        var facts = MachineEnvironment.Read(tree.Root);
        Assert.Equal("unnamed (hypervisor flag)", Value(facts, "hypervisor").Value);
        Assert.Equal("X", Value(facts, "cpu").Value);
    }

    private static EnvironmentFact Value(IReadOnlyList<EnvironmentFact> facts, string key) => Assert.Single(facts, fact => fact.Key == key);
}
