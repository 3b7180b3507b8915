using Bench.Interop.Memory;
using Bench.Interop.Perf;
using CsCheck;

namespace Bench.Tests.LibcLayer;

public class PerfCountTests
{
    [Fact]
    public void AReadIsThreeNumbersAndNothingElse()
    {
        byte[] read = new byte[PerfCount.Bytes];
        for (int i = 0; i < 3; i++)
            BitConverter.TryWriteBytes(read.AsSpan(i * 8), 10UL + (ulong)i);
        Assert.Equal(new PerfCount(10, 11, 12), PerfCount.Parse(read));
        foreach (int length in new[] { 0, 8, 23, 25 })
            Assert.Throws<InvalidDataException>(() => PerfCount.Parse(new byte[length]));
    }

    /// <summary>However the kernel shares its counters out, a steady stream of events is counted as it is.</summary>
    [Fact]
    public void ASteadyStreamIsScaledToAllTheTimeThatItWasWanted() =>
        Gen.Select(Gen.ULong[1, 1_000_000], Gen.ULong[1, 1000], Gen.ULong[1, 1_000_000], Gen.ULong[0, 1UL << 60])
            .Sample((running, rate, off, old) =>
        {
            var before = new PerfCount(old, old / 2, old / 3);
            var after = new PerfCount(old + running * rate, old / 2 + running + off, old / 3 + running);
            Assert.Equal((running + off) * (double)rate, after.Since(before)!.Value, 1e-9 * rate * (running + off));
        });

    [Fact]
    public void WhatHadACounterAllTheTimeIsExactAndWhatNeverHadOneIsUnknown()
    {
        var before = new PerfCount(1, 100, 50);
        Assert.Equal(41, new PerfCount(42, 200, 150).Since(before));
        Assert.Equal(0, new PerfCount(1, 200, 150).Since(before));
        Assert.Null(new PerfCount(1, 200, 50).Since(before));
    }

    /// <summary>A software event that counts in user mode reads as hardware's do.</summary>
    [Fact, Trait("Depends", "machine")]
    public void ARealEventIsReadSo()
    {
        using var faults =
            PerfEvent.TryOpen(PerfEvent.PERF_TYPE_SOFTWARE, PerfEvent.PERF_COUNT_SW_PAGE_FAULTS_MIN, PrivilegeMode.User, out string reason);
        Assert.SkipWhen(faults is null, reason);
        using var memory = Mapping.Anonymous(512);
        memory.Advise(Mman.MADV_NOHUGEPAGE);
        var before = faults.ReadCount();
        Touch(memory);
        var after = faults.ReadCount();
        Assert.InRange(after.Since(before)!.Value, 512, 600);
        Assert.Equal(after.Enabled, after.Running);
        Assert.True(after.Enabled > before.Enabled);
    }

    private static unsafe void Touch(Mapping memory)
    {
        for (int page = 0; page < 512; page++)
            memory.Address[page * PageSize.Bytes] = 1;
    }
}
