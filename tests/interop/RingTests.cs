using System.Text;
using Bench.Interop;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Uring;
using CsCheck;

namespace Bench.Tests.LibcLayer;

/// <summary>Real rings.</summary>
public unsafe class RingTests
{
    private static Ring Create(uint entries)
    {
        var ring = Ring.TryCreate(entries, out string reason);
        Assert.SkipWhen(ring is null, reason);
        return ring;
    }

    [Fact]
    public void EveryOperationCompletesOnceHoweverTheyAreBatched()
    {
        using var ring = Create(8);
        ulong asked = 0, done = 0;
        Gen.Int[1, (int)ring.Entries].Array[1, 50].Sample(batches =>
        {
            foreach (int size in batches)
            {
                for (int i = 0; i < size; i++)
                    *ring.Next() = new io_uring_sqe { opcode = IoUring.IORING_OP_NOP, fd = -1, user_data = asked++ };
                ring.SubmitAndWait((uint)size);
                while (ring.TryTake(out var completion))
                    Assert.Equal((done++, 0), (completion.user_data, completion.res));
                Assert.Equal(asked, done);
            }
        }, iter: 200, threads: 1);
    }

    [Fact, Trait("Depends", "machine")]
    public void AReadBringsItsBytesAndAFailureItsError()
    {
        using var ring = Create(4);
        using var file = Memfd.Create("ring-test");
        byte[] text = Encoding.ASCII.GetBytes("forty-two");
        fixed (byte* bytes = text)
            Assert.Equal(text.Length, Unistd.write(file.Descriptor, bytes, (nuint)text.Length));
        byte* buffer = stackalloc byte[16];

        *ring.Next() = new io_uring_sqe
        {
            opcode = IoUring.IORING_OP_READ,
            fd = file.Descriptor,
            off = 6,
            addr = (ulong)buffer,
            len = 16,
            user_data = 1
        };
        *ring.Next() = new io_uring_sqe { opcode = IoUring.IORING_OP_READ, fd = -1, addr = (ulong)buffer, len = 1, user_data = 2 };
        ring.SubmitAndWait(2);

        var results = new Dictionary<ulong, int>();
        while (ring.TryTake(out var completion))
            results.Add(completion.user_data, completion.res);
        Assert.Equal(new() { [1] = 3, [2] = -Errno.EBADF }, results);
        Assert.Equal("two", Encoding.ASCII.GetString(buffer, 3));
    }

    [Fact, Trait("Depends", "machine")]
    public void AFullRingTakesNoMore()
    {
        using var ring = Create(4);
        for (int i = 0; i < ring.Entries; i++)
            Assert.True(ring.Next() != null);
        Assert.True(ring.Next() == null);
    }

    [Fact, Trait("Depends", "machine")]
    public void WhatTheKernelRefusesHasAReason()
    {
        Assert.Null(Ring.TryCreate(0, out string reason));
        Assert.StartsWith("io_uring_setup", reason, StringComparison.Ordinal);
    }
}
