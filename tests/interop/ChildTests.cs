using Bench.Interop;
using Bench.Interop.Children;

namespace Bench.Tests.LibcLayer;

/// <summary>Programs started without .NET's own processes.</summary>
public class ChildTests
{
    [Fact]
    public void AnExitStatusIsToldWithWhatItTook()
    {
        var end = Run("i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; exit 7");
        Assert.Equal((7, null), (end.Status, end.Signal));
        Assert.InRange(end.Usage.UserNanoseconds + end.Usage.SystemNanoseconds, 1_000_000, long.MaxValue);
        Assert.InRange(end.WallNanoseconds, 1_000_000, long.MaxValue);
        Assert.InRange(end.Usage.MinorFaults, 10, 100_000);
        Assert.Empty(end.Left);
    }

    [Fact]
    public void ASignalIsTold()
    {
        var end = Run("kill -KILL $$");
        Assert.Equal((null, 9, false), (end.Status, end.Signal, end.WasKilled));
    }

    [Fact]
    public void TheSignalsThatDotnetIgnoresAreNotIgnored() => Assert.Equal(13, Run("kill -PIPE $$").Signal);

    [Fact]
    public void ItLeadsAGroupOfItsOwn() => Assert.Equal(0, Run("[ $(ps -o pgid= -p $$) -eq $$ ]").Status);

    [Fact]
    public void HugePagesAreOffInItAndNotHere()
    {
        string off = "grep -q '^THP_enabled:[[:space:]]*0' /proc/self/status";
        bool on = File.ReadAllText("/proc/self/status").Contains("THP_enabled:\t1", StringComparison.Ordinal);
        Assert.SkipUnless(on, "huge pages are off for this process, or unknown");
        Assert.Equal(0, Child.Start(Shell(off) with { WithoutHugePages = true }).Wait(TestContext.Current.CancellationToken).Status);
        Assert.Contains("THP_enabled:\t1", File.ReadAllText("/proc/self/status"), StringComparison.Ordinal);
        Assert.Equal(1, Run(off).Status);
    }

    [Fact]
    public void CancellationEndsIt()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var end = Child.Start(Shell("sleep 600")).Wait(soon.Token);
        Assert.Equal((9, true), (end.Signal, end.WasKilled));
    }

    [Fact]
    public void WhatIsNoProgramIsAnError()
    {
        var error = Assert.Throws<SystemError>(() => Child.Start(Shell("") with { Path = "/nowhere/none" }));
        Assert.Equal(Errno.ENOENT, error.Errno);
    }

    [Theory]
    [InlineData("Rss: 8 kB\nPss:                 260 kB\nPss_Dirty: 4 kB", 260 << 10)]
    [InlineData("Rss: 8 kB", 0)]
    [InlineData("", 0)]
    public void PssIsRead(string rollup, long bytes) => Assert.Equal(bytes, SampledMemory.PssOf(rollup));

    [Fact]
    public void MemoryIsSampledWhileItRuns()
    {
        var child = Child.Start(Shell("sleep 0.3"));
        using var sampled = new SampledMemory(child.Id);
        child.Wait(TestContext.Current.CancellationToken);
        // Never what this process has, which is a hundred MB and more.
        Assert.InRange(sampled.PeakBytes ?? 0, 1, 10_000_000);
    }

    private static ChildEnd Run(string line) => Child.Start(Shell(line)).Wait(TestContext.Current.CancellationToken);

    private static ChildPlan Shell(string line) => new()
    {
        Path = "/bin/sh",
        Arguments = ["sh", "-c", line],
        Environment = [$"PATH={Environment.GetEnvironmentVariable("PATH")}"],
    };
}
