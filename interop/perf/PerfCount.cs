using System.Runtime.InteropServices;

namespace Bench.Interop.Perf;

/// <summary>
/// A count as read(2) gives it (perf_event_open(2), "Reading results"). Where more events are wanted than the processor has counters, each
/// has one for part of the time only.
/// </summary>
/// <param name="Value">Events counted.</param>
/// <param name="Enabled">Nanoseconds in which they were wanted.</param>
/// <param name="Running">Nanoseconds in which they were counted.</param>
public readonly record struct PerfCount(ulong Value, ulong Enabled, ulong Running)
{
    /// <summary>PERF_FORMAT_TOTAL_TIME_ENABLED and PERF_FORMAT_TOTAL_TIME_RUNNING.</summary>
    public const ulong Format = 1 << 0 | 1 << 1;

    /// <summary>Bytes of it.</summary>
    public const int Bytes = 3 * sizeof(ulong);

    /// <summary>Reads it, in the machine's order of bytes.</summary>
    /// <exception cref="InvalidDataException">It is of another length: an event in error reads as nothing.</exception>
    public static PerfCount Parse(ReadOnlySpan<byte> read)
    {
        if (read.Length != Bytes)
            throw new InvalidDataException($"a perf event read {read.Length} bytes instead of {Bytes}");
        var numbers = MemoryMarshal.Cast<byte, ulong>(read);
        return new PerfCount(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>
    /// Events since <paramref name="before"/>, as if they had been counted all the time that they were wanted; null where they never were.
    /// </summary>
    public double? Since(PerfCount before)
    {
        ulong value = Value - before.Value, enabled = Enabled - before.Enabled, running = Running - before.Running;
        return running == 0 ? null : enabled == running ? value : (double)value * enabled / running;
    }
}

/// <summary>Something that counts events.</summary>
public interface IPerfCounter : IDisposable
{
    /// <summary>The count so far.</summary>
    /// <exception cref="SystemError">It can't be read.</exception>
    /// <exception cref="InvalidDataException">What is read is no count.</exception>
    PerfCount ReadCount();
}
