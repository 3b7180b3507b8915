using Bench.Doctor;
using Bench.Doctor.Checks;
using Bench.Machine;
using Bench.Machine.Readers;
using Bench.Tests.Machine;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Tests.Doctor;

public class CheckTests
{
    private const string Thp = "/sys/kernel/mm/transparent_hugepage";

    [Fact]
    public void ALoadedMachineIsNoisy()
    {
        Assert.Equal(Severity.Noisy, Single(new LoadCheck(), new FakeTree().With("/proc/loadavg", "0.51 0.1 0.1 1/99 1")).Severity);
        Assert.Equal(Severity.Ok, Single(new LoadCheck(), new FakeTree().With("/proc/loadavg", "0.50 9 9 1/99 1")).Severity);
    }

    [Fact]
    public void TurboIsTurnedOffWhereItIs()
    {
        Assert.Equal("echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo",
            Single(new TurboCheck(), new FakeTree().With("/sys/devices/system/cpu/intel_pstate/no_turbo", "0")).Fix);
        Assert.Equal("echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost",
            Single(new TurboCheck(), new FakeTree().With("/sys/devices/system/cpu/cpufreq/boost", "1")).Fix);
        Assert.Equal(Severity.Ok, Single(new TurboCheck(), new FakeTree().With("/sys/devices/system/cpu/cpufreq/boost", "0")).Severity);
        Assert.Equal(Severity.Note, Single(new TurboCheck(), new FakeTree()).Severity);
    }

    [Fact]
    public void OneGovernorThatIsNotPerformanceIsEnough()
    {
        const string Cpufreq = "/sys/devices/system/cpu/cpufreq";
        var finding = Single(new GovernorCheck(),
            new FakeTree().With($"{Cpufreq}/policy0/scaling_governor", "performance")
                .With($"{Cpufreq}/policy1/scaling_governor", "schedutil"));
        Assert.Equal((Severity.Noisy, "performance, schedutil"), (finding.Severity, finding.Seen));
    }

    [Theory]
    [InlineData("SwapTotal: 0 kB\nSwapFree: 0 kB\n", Severity.Ok)]
    [InlineData("SwapTotal: 8 kB\nSwapFree: 8 kB\n", Severity.Note)]
    [InlineData("SwapTotal: 8 kB\nSwapFree: 4 kB\n", Severity.Noisy)]
    public void SwapInUseIsNoisy(string meminfo, Severity severity) =>
        Assert.Equal(severity, Single(new SwapCheck(), new FakeTree().With("/proc/meminfo", meminfo)).Severity);

    [Fact]
    public void HugePagesThatComeUnaskedAreNoisy()
    {
        var tree = new FakeTree().With($"{Thp}/enabled", "always [madvise] never")
            .With($"{Thp}/hugepages-64kB/enabled", "[always] inherit madvise never");
        Assert.Equal($"echo madvise | sudo tee {Thp}/hugepages-64kB/enabled", Single(new ThpAlwaysCheck(), tree).Fix);
    }

    [Fact]
    public void PageReportingIsTheSixthFeature()
    {
        const string Features = "/sys/bus/virtio/drivers/virtio_balloon/virtio0/features";
        Assert.EndsWith("page reporting", Single(new PageReportingCheck(), new FakeTree().With(Features, "0000010000")).Seen);
        Assert.EndsWith("balloon", Single(new PageReportingCheck(), new FakeTree().With(Features, "0010000000")).Seen);
    }

    [Fact, Trait("Depends", "machine")]
    public void EveryMechanismIsExamined()
    {
        var ids = Examination.Run(new SystemTree()).Select(finding => finding.Title).ToHashSet();
        Assert.All(Mechanism.All,
            mechanism => Assert.All(mechanism.PagesPerFault, pages => Assert.Contains($"{mechanism.Name} {pages}", ids)));
    }

    private static Finding Single(Check check, FakeTree tree)
    {
        using (tree)
            return Assert.Single(check.Examine(tree.Tree).ToList());
    }
}
