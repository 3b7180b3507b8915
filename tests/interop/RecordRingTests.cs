using System.Buffers.Binary;
using Bench.Interop.Perf;
using CsCheck;

namespace Bench.Tests.LibcLayer;

/// <summary>The ring of perf's records, filled as the kernel fills it, from any index on, and with what no kernel writes.</summary>
public unsafe class RecordRingTests
{
    private const int Bytes = 256;

    [Fact]
    public void EveryRecordIsTakenOnceAndWholeAlsoWhereItWraps() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 9].Array[1, 60]).Sample((start, steps) =>
    {
        ulong head = start & ~7UL, tail = head;
        byte* data = stackalloc byte[Bytes];
        var ring = new RecordRing(&head, &tail, data, Bytes);
        Queue<byte[]> written = [];
        foreach (int step in steps)
        {
            byte[] record = Record(PerfRecord.PERF_RECORD_SAMPLE, [.. Enumerable.Repeat((ulong)written.Count, step)]);
            if (head - tail + (ulong)record.Length <= Bytes)
            {
                foreach (byte value in record)
                    data[head++ & (Bytes - 1)] = value;
                written.Enqueue(record);
            }
            else
                Assert.Equal(written.TryDequeue(out byte[]? next), ring.TryTake(out var taken) && taken.SequenceEqual(next));
        }
        while (ring.TryTake(out var taken))
            Assert.True(taken.SequenceEqual(written.Dequeue()));
        Assert.Equal((0, tail), (written.Count, head));
    });

    [Fact]
    public void WhateverIsThereEndsInRecordsOrInAClearError() =>
        Gen.Select(Gen.ULong, Gen.ULong[0, 2 * Bytes], Gen.Byte.Array[Bytes]).Sample((start, filled, bytes) =>
    {
        ulong head = start + filled, tail = start;
        fixed (byte* data = bytes)
        {
            var ring = new RecordRing(&head, &tail, data, Bytes);
            var samples = new TakenSamples();
            try
            {
                while (ring.TryTake(out var record))
                    samples.Add(record);
                Assert.Equal(head, tail);
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith("perf's ", e.Message, StringComparison.Ordinal);
            }
        }
    });

    [Fact]
    public void OfASampleTheKernelsAddressesAreTaken()
    {
        const ulong User = unchecked((ulong)-512L);
        var samples = new TakenSamples();
        samples.Add(
            Record(PerfRecord.PERF_RECORD_SAMPLE, [7, 4, PerfRecord.PERF_CONTEXT_KERNEL, 7, 8, 9], PerfRecord.PERF_RECORD_MISC_KERNEL));
        samples.Add(
            Record(PerfRecord.PERF_RECORD_SAMPLE, [7, 4, PerfRecord.PERF_CONTEXT_KERNEL, 7, User, 3], PerfRecord.PERF_RECORD_MISC_KERNEL));
        samples.Add(Record(PerfRecord.PERF_RECORD_SAMPLE, [7, 0], PerfRecord.PERF_RECORD_MISC_KERNEL));
        samples.Add(Record(PerfRecord.PERF_RECORD_SAMPLE, [3, 1, User], misc: 2));
        Assert.Equal([[7, 8, 9], [7], [7], []], samples.Samples.Select(sample => sample.Kernel));
    }

    [Fact]
    public void WhatDidNotComeIsCounted()
    {
        var samples = new TakenSamples();
        samples.Add(Record(PerfRecord.PERF_RECORD_LOST, [1, 5]));
        samples.Add(Record(PerfRecord.PERF_RECORD_LOST_SAMPLES, [2]));
        samples.Add(Record(PerfRecord.PERF_RECORD_THROTTLE, [1, 2, 3]));
        samples.Add(Record(type: 4, [1, 2, 3]));
        Assert.Equal((0, 7, 1), (samples.Samples.Count, samples.Lost, samples.Throttled));
    }

    [Theory]
    [InlineData(PerfRecord.PERF_RECORD_SAMPLE, new ulong[] { 7, 3, PerfRecord.PERF_CONTEXT_KERNEL })]
    [InlineData(PerfRecord.PERF_RECORD_SAMPLE, new ulong[] { 7, ulong.MaxValue })]
    [InlineData(PerfRecord.PERF_RECORD_SAMPLE, new ulong[] { })]
    [InlineData(PerfRecord.PERF_RECORD_LOST, new ulong[] { 7 })]
    public void ARecordTooShortForWhatItSaysIsAnError(uint type, ulong[] numbers) =>
        Assert.Throws<InvalidDataException>(() => new TakenSamples().Add(Record(type, numbers, PerfRecord.PERF_RECORD_MISC_KERNEL)));

    private static byte[] Record(uint type, ulong[] numbers, ushort misc = 0)
    {
        byte[] record = new byte[8 + 8 * numbers.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(record, type);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(4), misc);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(6), (ushort)record.Length);
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(8 + 8 * i), numbers[i]);
        return record;
    }
}
