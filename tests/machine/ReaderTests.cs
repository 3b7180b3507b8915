using Bench.Interop.Files;
using Bench.Machine.Readers;

namespace Bench.Tests.Machine;

public class ReaderTests
{
    [Theory]
    [InlineData("0", 1)]
    [InlineData("0-3", 4)]
    [InlineData("0-1,4-5,9\n", 5)]
    [InlineData("", null)]
    [InlineData("3-1", null)]
    [InlineData("0-", null)]
    [InlineData("a", null)]
    [InlineData("0-99999999999", null)]
    public void CountsLists(string list, int? count) => Assert.Equal(count, KernelNumbers.CountOfList(list));

    [Theory]
    [InlineData("always [madvise] never", "madvise")]
    [InlineData("[]", null)]
    [InlineData("] [", null)]
    [InlineData("always", null)]
    [InlineData(null, null)]
    public void FindsTheChoiceInForce(string? text, string? choice) => Assert.Equal(choice, Choice.InForce(text));

    [Theory]
    [InlineData("150000 100000", 1.5)]
    [InlineData("max 100000", null)]
    [InlineData("0 0", null)]
    [InlineData("x", null)]
    public void ReadsTheQuota(string text, double? processors)
    {
        using var tree = new FakeTree().With("/proc/self/cgroup", "0::/u\n").With("/sys/fs/cgroup/u/cpu.max", text);
        Assert.Equal(processors, CgroupCpu.Quota(tree.Tree));
    }

    [Fact]
    public void ReadsTheQuotaOfVersionOne()
    {
        using var tree = new FakeTree()
            .With("/proc/self/cgroup", "3:cpu,cpuacct:/u\n")
            .With("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1").With("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000")
            .With("/sys/fs/cgroup/cpu/u/cpu.cfs_quota_us", "50000").With("/sys/fs/cgroup/cpu/u/cpu.cfs_period_us", "100000");
        Assert.Equal(0.5, CgroupCpu.Quota(tree.Tree));
    }

    [Fact]
    public void WhatIsNotAFileIsUnknown()
    {
        using var tree = new FakeTree().WithDirectory("/proc/loadavg").With("/proc/empty", "");
        Assert.Null(tree.Tree.Text("/proc/loadavg"));
        Assert.Equal("unknown", tree.Tree.LineOrWhy("/proc/loadavg"));
        Assert.Equal("unknown", tree.Tree.LineOrWhy("/proc/empty"));
        Assert.Equal("not there", tree.Tree.LineOrWhy("/proc/nothing"));
        Assert.Null(tree.Tree.Text("/proc/a\0b"));
        Assert.Empty(tree.Tree.Names("/proc/a\0b"));
    }

    [Fact, Trait("Depends", "machine")]
    public void WhatMayNotBeReadIsUnknown()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything");
        using var tree = new FakeTree().With("/proc/loadavg", "1 2 3");
        File.SetUnixFileMode(tree.Root + "/proc/loadavg", UnixFileMode.None);
        Assert.Equal("unknown", tree.Tree.LineOrWhy("/proc/loadavg"));
    }

    [Fact]
    public void NothingReachesATerminalThatCouldConfuseIt()
    {
        using var tree = new FakeTree().With("/proc/x", "a\u001b[31mb\rc\n");
        Assert.Equal("a [31mb c", tree.Tree.Line("/proc/x"));
    }
}
