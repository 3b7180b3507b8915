using Bench.Interop.Memory;
using Bench.Interop.Perf;
using Bench.Interop.Time;

namespace Bench.Tests.LibcLayer;

[Trait("Depends", "machine")]
public unsafe class SampledEventTests
{
    private const int Hertz = 10_000;
    private const long Enough = 300_000_000;

    [Fact]
    public void AThreadThatFaultsIsSeenInTheKernelsFaultHandlerAndNothingIsLost()
    {
        using var sampled = SampledEvent.TryOpen(Hertz, out string reason);
        Assert.SkipWhen(sampled is null, reason);
        var symbols = KernelSymbols.TryRead(out reason);
        Assert.SkipWhen(symbols is null, reason);
        var samples = new TakenSamples();
        sampled!.Enable();
        Fault(Clock.ThreadCpuNanoseconds() + Enough);
        sampled.Disable();
        Fault(Clock.ThreadCpuNanoseconds() + Enough / 10);
        sampled.MoveTo(samples);
        Assert.Equal(0, samples.Lost);
        Assert.InRange(samples.Samples.Count, 1, 2 * Enough * Hertz / 1_000_000_000);
        string?[] functions = [.. samples.Samples.SelectMany(sample => sample.Kernel).Select(symbols!.Find).Distinct()];
        Assert.Contains("handle_mm_fault", functions);
        Assert.DoesNotContain(samples.Samples, sample => sample.Kernel.Length > 0 && symbols.Find(sample.Kernel[0]) is null);
    }

    private static void Fault(long until)
    {
        while (Clock.ThreadCpuNanoseconds() < until)
        {
            using var memory = Mapping.Anonymous(256);
            for (int page = 0; page < 256; page++)
                memory.Address[page * PageSize.Bytes] = 1;
        }
    }
}
