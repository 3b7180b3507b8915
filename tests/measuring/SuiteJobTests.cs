using Bench.Measuring;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace Bench.Tests.Measuring;

public class SuiteJobTests
{
    [Theory]
    [InlineData(1, 20, 100)]
    [InlineData(2, 10, 100)]
    [InlineData(4, 5, 100)]
    [InlineData(5, 5, 80)]
    [InlineData(10, 5, 40)]
    [InlineData(20, 5, 20)]
    [InlineData(100, 5, 20)]
    public void LaunchesShareTheTimeOfACall(int launches, int iterations, int milliseconds)
    {
        var run = new CallJobAttribute().Over(Job.Default, launches).Run;
        Assert.Equal((iterations, milliseconds), (run.IterationCount, run.IterationTime.ToMilliseconds()));
    }

    [Fact]
    public void FaultsHaveOnePassOverTheirRegion() =>
        Assert.False(new RegionJobAttribute().Over(Job.Default, 10).HasValue(RunMode.IterationTimeCharacteristic));

    [Fact]
    public void WhatTheUserAsksForStands()
    {
        var asked = new Job().WithIterationCount(3).WithIterationTime(TimeInterval.FromMilliseconds(7));
        var run = new CallJobAttribute().Over(asked, 10).Run;
        Assert.Equal((3, 7), (run.IterationCount, run.IterationTime.ToMilliseconds()));
    }

    [Theory]
    [InlineData(null, OutlierMode.DontRemove)]
    [InlineData(OutlierMode.RemoveAll, OutlierMode.RemoveAll)]
    public void NoValueIsDroppedUnlessTheUserAsks(OutlierMode? asked, OutlierMode expected)
    {
        var job = asked is { } mode ? new Job().WithOutlierMode(mode) : Job.Default;
        Assert.Equal(expected, new RegionJobAttribute().Over(job, 1).Accuracy.OutlierMode);
    }
}
