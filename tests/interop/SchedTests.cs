using Bench.Interop;
using Bench.Interop.Scheduling;
using Bench.Interop.Time;

namespace Bench.Tests.LibcLayer;

[Trait("Depends", "machine")]
public class SchedTests
{
    [Fact]
    public void APinnedThreadRunsWhereItIsTold() => OnThread(() =>
    {
        foreach (int processor in Sched.GetAffinity())
        {
            Sched.SetAffinity(processor);
            Assert.Equal([processor], Sched.GetAffinity());
        }
    });

    [Fact]
    public void NoProcessorAtAllIsRefused() =>
        OnThread(() => Assert.Equal(Errno.EINVAL, Assert.Throws<SystemError>(() => Sched.SetAffinity()).Errno));

    [Fact]
    public void ThreadCpuTimeGrowsWithWorkAndNotWithSleep()
    {
        long start = Clock.ThreadCpuNanoseconds();
        for (long i = 0; Clock.ThreadCpuNanoseconds() - start < 1_000_000; i++)
            Assert.True(i < long.MaxValue);
    }

    // A thread of its own, so that the pool's keeps its processors.
    private static void OnThread(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                thrown = e;
            }
        });
        thread.Start();
        thread.Join();
        if (thrown is not null)
            throw new Xunit.Sdk.XunitException(thrown.ToString());
    }
}
