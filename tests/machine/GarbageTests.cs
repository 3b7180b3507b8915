using System.Text;
using Bench.Doctor;
using Bench.Doctor.Checks;
using Bench.Machine;
using CsCheck;
using Check = Bench.Doctor.Check;

namespace Bench.Tests.Machine;

/// <summary>Every fact and check on trees of garbage: random bytes, and the words of real files in the wrong places.</summary>
public class GarbageTests
{
    private static readonly string[] Files =
    [
        "/proc/cpuinfo", "/proc/meminfo", "/proc/cmdline", "/proc/loadavg", "/proc/stat", "/proc/self/status", "/proc/self/cgroup",
        "/proc/self/mountinfo",
        "/proc/pressure/memory", "/proc/sys/kernel/osrelease", "/proc/sys/kernel/version", "/proc/sys/kernel/perf_event_paranoid",
        "/run/systemd/container",
        "/sys/hypervisor/type", "/dev/kmsg", "/proc/sysinfo", "/sys/firmware/acpi/tables/FACP", "/sys/class/dmi/id/sys_vendor",
        "/sys/class/dmi/id/product_name", "/sys/devices/system/cpu/online",
        "/sys/devices/system/cpu/isolated", "/sys/devices/system/cpu/smt/control",
        "/sys/devices/system/cpu/cpu0/topology/thread_siblings_list",
        "/sys/devices/system/cpu/intel_pstate/no_turbo", "/sys/devices/system/cpu/cpufreq/boost",
        "/sys/devices/system/cpu/cpufreq/policy0/boost",
        "/sys/devices/system/cpu/cpufreq/policy0/scaling_governor", "/sys/devices/system/cpu/vulnerabilities/mds",
        "/sys/devices/system/node/online",
        "/sys/devices/system/clocksource/clocksource0/current_clocksource",
        "/sys/devices/system/clocksource/clocksource0/available_clocksource",
        "/sys/kernel/mm/transparent_hugepage/enabled", "/sys/kernel/mm/transparent_hugepage/defrag",
        "/sys/kernel/mm/transparent_hugepage/hpage_pmd_size",
        "/sys/kernel/mm/transparent_hugepage/hugepages-64kB/enabled", "/sys/bus/virtio/drivers/virtio_balloon/virtio0/features",
        "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current", "/sys/fs/cgroup/memory.stat", "/sys/fs/cgroup/cpu.max",
        "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes", "/sys/fs/cgroup/cpu/cpu.cfs_quota_us",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.OneOf("MemAvailable:", "MemTotal:", "SwapTotal:", "SwapFree:", "kB", "cpu", "flags :", "model name :", "Seccomp:",
            "Seccomp_filters:", "THP_enabled:",
            "0::/", "4:memory:/a/../b", "3:cpu:/", "- cgroup2 x rw", "- cgroup x memory,cpu", "1 1 0:1 / /sys/fs/cgroup rw", "/\0",
            "some avg10=", "avg10=1", "[", "]",
            "[always]", "max", "mitigations=", "isolcpus=", "--", "hypervisor", "6,1,1,-;Hypervisor detected: ", "pvm_no_zero_page=",
            "VM00 Control Program:", "Mitigation:", ";", "-", ",", "0-3", "inactive_file", "\n", "\t", ":", "\u001b[2J"),
        Gen.Long.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf("9223372036854775807", "-9223372036854775808", "99999999999999999999999", "1e308", "NaN", "0", "-1"));

    private static readonly Gen<byte[]> Content = Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.Select(Word.Array[0, 30], Gen.OneOf(" ", "", "\n"), (words, between) => Encoding.UTF8.GetBytes(string.Join(between, words))));

    [Fact]
    public void NothingThrows()
    {
        // These two look at the processor, not at files, and take their time.
        var checks = Catalogue.Of<Check>().Where(check => check is not (NoiseMeasurementCheck or ClockSourceCheck)).ToList();
        // The facts themselves: MachineEnvironment would hide what they throw.
        var facts = FactTable.All;
        OnGarbage(tree =>
        {
            Assert.All(facts, fact => Assert.DoesNotContain(fact.Read(tree.Tree).Text, char.IsControl));
            Assert.All(checks, check => Assert.NotEmpty(check.Examine(tree.Tree).ToList()));
            var budget = MemoryBudget.Read(tree.Root);
            Assert.True(budget.Available is null or >= 0);
            Assert.DoesNotContain('\n', budget.WhyTooLarge(1 << 30) ?? "");
        }, trees: 40);
    }

    [Fact]
    public void NoiseIsMeasuredWhateverTheSystemSays() => OnGarbage(tree =>
    {
        var noise = SpinNoise.Measure(tree.Tree, TimeSpan.FromMilliseconds(2));
        Assert.True(noise.Rounds > 0 && noise.P99Ratio > 0, noise.ToString());
    }, trees: 10);

    private static void OnGarbage(Action<FakeTree> test, int trees) =>
        Content.Array[Files.Length].Sample(contents =>
        {
            using var tree = new FakeTree();
            for (int i = 0; i < Files.Length; i++)
                tree.With(Files[i], contents[i]);
            test(tree);
        }, iter: trees);
}
