using System.Diagnostics;
using System.Runtime.InteropServices;
using Bench.Interop.Memory;
using Bench.Interop.Userfaults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Faults.Userfault;

namespace Bench.Tests.Workloads;

/// <summary>Faults that are handled in user space never hold up the runtime, nor for ever whoever took them.</summary>
public sealed unsafe partial class UserfaultfdTests : IDisposable
{
    // A deadlock with the collector stops this thread too: only the kernel can still end the test.
    private const uint SecondsToDeath = 300;

    private const int Pages = 2048;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public UserfaultfdTests() => alarm(SecondsToDeath);

    public void Dispose() => alarm(0);

    /// <summary>One thread sleeps in a fault that nobody answers yet, while all of the heap is collected again and again.</summary>
    [Fact, Trait("Depends", "machine")]
    public void CollectionsFinishWhileAFaultIsPending()
    {
        using var faults = Open();
        using var region = Mapping.Anonymous(1);
        using var zeroes = Mapping.Anonymous(1);
        *zeroes.Address = 42;
        faults.Register(region, Userfaultfd.UFFDIO_REGISTER_MODE_MISSING);
        nint address = (nint)region.Address;
        var toucher = Started(() => CString.memset((byte*)address + 1, 7, 1));
        nuint faulted = 0;
        Assert.True(SpinWait.SpinUntil(() => faults.TryRead(out faulted), Patience));
        Assert.Equal((nuint)address, faulted);

        var collector = Started(() =>
        {
            for (int i = 0; i < 20; i++)
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        });
        Assert.True(collector.Join(Patience), "a pending fault held up the collector");
        Assert.True(toucher.IsAlive);

        Assert.Equal(0, faults.Copy(faulted, zeroes.Address, (nuint)PageSize.Bytes));
        Assert.True(toucher.Join(Patience));
        Assert.Equal(42, *(byte*)address);
        Assert.Equal(7, ((byte*)address)[1]);
    }

    /// <summary>
    /// The mechanism as it is measured, against a thread that does nothing but collect. It pauses in between, since one collection right
    /// after the other lets nobody else run for seconds.
    /// </summary>
    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(512)]
    public void TouchingGoesOnWhileAnotherThreadCollects(int window)
    {
        SkipWithout();
        var collector = Started(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                GC.Collect();
                Thread.Sleep(1);
            }
        });
        long resident = 0;
        var toucher = Started(() =>
        {
            do
                resident = TouchAll(window);
            while (collector.IsAlive);
        });
        Assert.True(collector.Join(Patience), "deadlock: collecting did not finish");
        Assert.True(toucher.Join(Patience), "deadlock: touching did not finish");
        Assert.Equal(Pages, resident);
    }

    [Fact, Trait("Depends", "machine")]
    public void TheHandlerAllocatesNothing()
    {
        SkipWithout();
        using var region = Mapping.Anonymous(Pages);
        var handler = FaultHandler.Start(4);
        handler.Serve(region);
        foreach (int step in new RandomOrder().Steps(Pages))
            CString.memset(region.Address + (nuint)step * (nuint)PageSize.Bytes, 1, 1);
        handler.Dispose();
        Assert.Equal(Pages / 4, handler.Answered);
        Assert.Equal(0, handler.AllocatedBytes);
        handler.ThrowIfFailed();
    }

    /// <summary>Windows hold zeroes but for what was touched, also the one cut off at the region's end.</summary>
    [Fact, Trait("Depends", "machine")]
    public void WindowsAreZeroedAndEndWithTheRegion()
    {
        SkipWithout();
        using var region = Mapping.Anonymous(10);
        using (var handler = FaultHandler.Start(4))
        {
            handler.Serve(region);
            CString.memset(region.Address + 9 * PageSize.Bytes, 1, 1);
        }
        Assert.Equal("0000000011", string.Concat(region.Residency().Select(state => state & 1)));
        Assert.Equal(1, new ReadOnlySpan<byte>(region.Address + 8 * PageSize.Bytes, 2 * PageSize.Bytes).ToArray().Sum(value => value));
    }

    [Fact, Trait("Depends", "machine")]
    public void WhoeverWaitsIsLetGoWhenTheHandlerEnds()
    {
        using var faults = Open();
        using var region = Mapping.Anonymous(1);
        faults.Register(region, Userfaultfd.UFFDIO_REGISTER_MODE_MISSING);
        nint address = (nint)region.Address;
        var toucher = Started(() => CString.memset((void*)address, 7, 1));
        Assert.True(SpinWait.SpinUntil(() => faults.TryRead(out _), Patience));
        faults.Dispose();
        Assert.True(toucher.Join(Patience));
        Assert.Equal(7, *(byte*)address);
    }

    [Fact, Trait("Depends", "machine")]
    public void AHandlerEndsAtOnceAndTwiceIsOnce()
    {
        SkipWithout();
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < 50; i++)
        {
            var handler = FaultHandler.Start(1);
            handler.Dispose();
            handler.Dispose();
        }
        Assert.True(watch.Elapsed < Patience);
    }

    // In the background, so that one that hangs fails its test and not the whole run.
    private static Thread Started(ThreadStart action)
    {
        var thread = new Thread(action) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static long TouchAll(int window)
    {
        var mechanism = new UserspaceFault();
        mechanism.Begin(window);
        try
        {
            using var region = Mapping.Anonymous(Pages, Bench.Workloads.Faults.Region.Alignment);
            mechanism.Prepare(region, window);
            mechanism.Touch(region, new RandomOrder().Steps(Pages), window);
            return region.CountResident();
        }
        finally
        {
            mechanism.End();
        }
    }

    private static void SkipWithout()
    {
        string? reason = new UserspaceFault().WhyNot(1, leaveSettings: true);
        Assert.SkipWhen(reason is not null, reason ?? "");
    }

    private static Userfaultfd Open()
    {
        SkipWithout();
        return Userfaultfd.TryOpen(0, out _)!;
    }

    /// <summary>alarm(2): SIGALRM, which ends the process, in so many seconds; 0 for none.</summary>
    [LibraryImport("libc")]
    private static partial uint alarm(uint seconds);
}
