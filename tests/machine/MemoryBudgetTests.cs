using Bench.Interop;
using Bench.Machine;
using CsCheck;

namespace Bench.Tests.Machine;

public class MemoryBudgetTests
{
    private const string MountV2 = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw\n";
    private const string MountV1 = "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory\n";

    [Fact]
    public void TheTightestGroupOnTheWayToTheRootBinds()
    {
        using var tree = new FakeTree()
            .With("/proc/meminfo", "MemTotal: 16777216 kB\nMemAvailable: 8388608 kB\n")
            .With("/proc/self/cgroup", "0::/a/b/c\n")
            .With("/proc/self/mountinfo", MountV2)
            .With("/sys/fs/cgroup/a/memory.max", "1610612736\n")
            .With("/sys/fs/cgroup/a/memory.current", "1073741824\n")
            .With("/sys/fs/cgroup/a/memory.stat", "anon 5\ninactive_file 751619277\n")
            .With("/sys/fs/cgroup/a/b/memory.max", "max\n")
            .With("/sys/fs/cgroup/a/b/c/memory.max", "4294967296\n");
        var budget = MemoryBudget.Read(tree.Root);
        Assert.Equal(1610612736 - (1073741824 - 751619277), budget.Available);
        Assert.Equal("cgroup limit 1.5 GiB", budget.Limiter);
        Assert.Equal(
            "a region of 2 GiB needs 2.7 GiB with its index and spare; this machine can give 1.2 GiB (cgroup limit 1.5 GiB): use --region "
                + "512MiB",
            budget.WhyTooLarge(2L << 30));
        Assert.Null(budget.WhyTooLarge(512L << 20));
    }

    [Fact]
    public void VersionOneBindsToo()
    {
        using var tree = new FakeTree()
            .With("/proc/meminfo", "MemAvailable: 8388608 kB\n")
            .With("/proc/self/cgroup", "4:memory:/job\n0::/\n")
            .With("/proc/self/mountinfo", MountV1)
            .With("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
            .With("/sys/fs/cgroup/memory/job/memory.limit_in_bytes", "1073741824\n")
            .With("/sys/fs/cgroup/memory/job/memory.usage_in_bytes", "536870912\n");
        Assert.Equal(536870912, MemoryBudget.Read(tree.Root).Available);
    }

    [Theory]
    [InlineData("/docker/abc", "/docker/abc")] // the mount shows the container's group as its root
    [InlineData("/../../elsewhere", "/")] // a group outside this cgroup namespace
    public void InAContainerTheMountIsTheGroup(string path, string mountRoot)
    {
        using var tree = new FakeTree()
            .With("/proc/meminfo", "MemAvailable: 8388608 kB\n")
            .With("/proc/self/cgroup", $"0::{path}\n")
            .With("/proc/self/mountinfo", $"30 23 0:26 {mountRoot} /sys/fs/cgroup ro - cgroup2 cgroup rw\n")
            .With("/sys/fs/cgroup/memory.max", "1073741824\n");
        Assert.Equal(1L << 30, MemoryBudget.Read(tree.Root).Available);
    }

    [Fact]
    public void WithoutALimitMemAvailableBinds()
    {
        using var tree = new FakeTree().With("/proc/meminfo", "MemAvailable: 1048576 kB\n");
        var budget = MemoryBudget.Read(tree.Root);
        Assert.Equal(1L << 30, budget.Available);
        Assert.Equal("MemAvailable", budget.Limiter);
        Assert.Equal(new ByteSize(512L << 20), budget.LargestRegion);
    }

    [Fact]
    public void WhereNothingFitsItSaysSo()
    {
        using var tree = new FakeTree().With("/proc/meminfo", "MemAvailable: 65536 kB\n");
        Assert.EndsWith("can give 64 MiB (MemAvailable): no region fits; free some memory",
            MemoryBudget.Read(tree.Root).WhyTooLarge(1 << 30));
    }

    [Fact]
    public void WhatIsNotKnownRefusesNothing()
    {
        using var tree = new FakeTree();
        var budget = MemoryBudget.Read(tree.Root);
        Assert.Null(budget.Available);
        Assert.Null(budget.LargestRegion);
        Assert.Null(budget.WhyTooLarge(long.MaxValue));
    }

    [Fact]
    public void ARegionThatIsRefusedNamesOneThatIsNot() =>
        Gen.Select(Gen.Long[0, 1L << 45], Gen.Long[1, long.MaxValue]).Sample((available, region) =>
        {
            using var tree = new FakeTree().With("/proc/meminfo", $"MemAvailable: {available / 1024} kB\n");
            var budget = MemoryBudget.Read(tree.Root);
            bool fits = MemoryBudget.Need(region) <= budget.Available;
            Assert.Equal(fits, budget.WhyTooLarge(region) is null);
            if (budget.LargestRegion is { } largest)
                Assert.Null(budget.WhyTooLarge(largest.Bytes));
        }, iter: 100);

    [Fact, Trait("Depends", "machine")]
    public void TheRealMachineHasMemory() => Assert.InRange(MemoryBudget.Read().Available ?? 0, 1, long.MaxValue);
}
