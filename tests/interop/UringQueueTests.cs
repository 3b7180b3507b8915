using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bench.Interop.Uring;
using CsCheck;

namespace Bench.Tests.LibcLayer;

/// <summary>
/// Both sides of both rings against a queue, from any index on: indices wrap at 2^32, which no real ring would reach in a test.
/// </summary>
public unsafe class UringQueueTests
{
    private static readonly Gen<uint> Starts = Gen.OneOf(Gen.UInt, Gen.UInt[uint.MaxValue - 40, uint.MaxValue], Gen.UInt[0, 3]);

    [Fact]
    public void StructuresAreTheKernels()
    {
        Assert.Equal([64, 16, 120, 40, 40],
            [Unsafe.SizeOf<io_uring_sqe>(), Unsafe.SizeOf<io_uring_cqe>(), Unsafe.SizeOf<io_uring_params>(),
                Unsafe.SizeOf<io_sqring_offsets>(), Unsafe.SizeOf<io_cqring_offsets>()]);
        Assert.Equal(32, Marshal.OffsetOf<io_uring_sqe>(nameof(io_uring_sqe.user_data)));
        Assert.Equal(80, Marshal.OffsetOf<io_uring_params>(nameof(io_uring_params.cq_off)));
    }

    [Fact]
    public void TheKernelTakesExactlyWhatWasPublishedInOrder() =>
        Gen.Select(Starts, Gen.Int[0, 5], Gen.Int[0, 12].Array[1, 60]).Sample((start, log, steps) =>
    {
        uint entries = 1u << log, head = start, tail = start;
        var sqes = stackalloc io_uring_sqe[(int)entries];
        var queue = new SubmissionQueue(&head, &tail, entries, sqes);
        ulong filled = 0, taken = 0, published = 0;
        foreach (int step in steps)
        {
            if (step % 3 == 0)
            {
                queue.Publish();
                published = filled;
            }
            else if (step % 3 == 1)
            {
                for (int i = 0; i < step; i++)
                {
                    var next = queue.Next();
                    Assert.Equal(filled - taken == entries, next == null);
                    if (next != null)
                        next->user_data = filled++;
                }
            }
            else
            {
                // The kernel's side: up to some of what lies between head and tail.
                for (int i = 0; i < step && head != tail; i++, head++)
                    Assert.Equal(taken++, sqes[head & (entries - 1)].user_data);
            }
            Assert.Equal((uint)(filled - taken), queue.Pending);
            Assert.Equal((uint)(published - taken), tail - head);
        }
    });

    [Fact]
    public void EveryCompletionIsTakenOnceAndInOrder() =>
        Gen.Select(Starts, Gen.Int[0, 5], Gen.Int[0, 12].Array[1, 60]).Sample((start, log, steps) =>
    {
        uint entries = 1u << log, head = start, tail = start;
        var cqes = stackalloc io_uring_cqe[(int)entries];
        var queue = new CompletionQueue(&head, &tail, entries, cqes);
        ulong given = 0, taken = 0;
        foreach (int step in steps)
        {
            if (step % 2 == 0)
            {
                for (int i = 0; i < step && tail - head < entries; i++)
                {
                    cqes[tail & (entries - 1)] = new io_uring_cqe { user_data = given++, res = (int)given };
                    tail++;
                }
            }
            else
            {
                for (int i = 0; i < step; i++)
                {
                    Assert.Equal(taken < given, queue.TryTake(out var completion));
                    if (taken < given)
                        Assert.Equal((taken++, (int)taken), (completion.user_data, completion.res));
                }
            }
            Assert.Equal((uint)(given - taken), queue.Ready);
        }
    });
}
