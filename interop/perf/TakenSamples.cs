using System.Runtime.InteropServices;

namespace Bench.Interop.Perf;

/// <summary>Samples as records of the ring bring them, and how many did not come. Records of other types are passed over.</summary>
public sealed class TakenSamples
{
    private readonly List<PerfSample> samples = [];

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<PerfSample> Samples => samples;

    /// <summary>Samples for which there was no room.</summary>
    public long Lost { get; private set; }

    /// <summary>How often the kernel stopped the event since it fired too often.</summary>
    public long Throttled { get; private set; }

    /// <summary>Takes in a record of an event whose samples hold PERF_SAMPLE_IP and PERF_SAMPLE_CALLCHAIN.</summary>
    /// <param name="record">The record with its header.</param>
    /// <exception cref="InvalidDataException">It is shorter than what it says it holds.</exception>
    public void Add(ReadOnlySpan<byte> record)
    {
        var header = MemoryMarshal.Read<perf_event_header>(record);
        var numbers = MemoryMarshal.Cast<byte, ulong>(record[8..]);
        switch (header.type)
        {
            case PerfRecord.PERF_RECORD_SAMPLE:
                samples.Add(new PerfSample(IsKernel(header) ? KernelOf(numbers) : []));
                break;
            case PerfRecord.PERF_RECORD_LOST:
                Lost += (long)At(numbers, 1);
                break;
            case PerfRecord.PERF_RECORD_LOST_SAMPLES:
                Lost += (long)At(numbers, 0);
                break;
            case PerfRecord.PERF_RECORD_THROTTLE:
                Throttled++;
                break;
        }
    }

    private static bool IsKernel(perf_event_header header) =>
        (header.misc & PerfRecord.PERF_RECORD_MISC_CPUMODE_MASK) == PerfRecord.PERF_RECORD_MISC_KERNEL;

    // The instruction, the chain's length, and the chain: signs of what follows, and addresses.
    private static ulong[] KernelOf(ReadOnlySpan<ulong> numbers)
    {
        ulong instruction = At(numbers, 0), length = At(numbers, 1);
        if (length > (ulong)(numbers.Length - 2))
            throw new InvalidDataException($"perf's sample says it holds {length} addresses, and has room for {numbers.Length - 2}");
        List<ulong> kernel = [];
        ulong context = 0;
        foreach (ulong entry in numbers.Slice(2, (int)length))
        {
            if (entry >= PerfRecord.PERF_CONTEXT_MAX)
                context = entry;
            else if (context == PerfRecord.PERF_CONTEXT_KERNEL)
                kernel.Add(entry);
        }
        // Where the kernel can't unwind itself, the instruction is known all the same.
        return kernel.Count > 0 ? [.. kernel] : [instruction];
    }

    private static ulong At(ReadOnlySpan<ulong> numbers, int index) => index < numbers.Length ? numbers[index]
        : throw new InvalidDataException($"perf's record of {8 * (numbers.Length + 1)} bytes is too short for its type");
}
