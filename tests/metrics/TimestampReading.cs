using System.Diagnostics;

namespace Bench.Measuring;

/// <summary>A made-up reading: nanoseconds from right before an iteration to right after it.</summary>
public sealed class TimestampReading : IterationReading
{
    private long begin;

    public override string Name => "TimestampNanoseconds";

    public override void Begin() => begin = Stopwatch.GetTimestamp();

    public override double? End() => Stopwatch.GetElapsedTime(begin).TotalNanoseconds;
}
