using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Uring;

namespace Bench.Workloads.Batches;

/// <summary>n operations by one io_uring_enter(2), which also waits for them; every completion is looked at.</summary>
[SupportedOSPlatform("linux")]
public abstract unsafe class UringBatch : Batch
{
    private Ring ring = null!;
    private ulong next;

    public override string? By => "io_uring";

    /// <summary>What a completion must say.</summary>
    protected abstract int Result { get; }

    public override string? WhyNot()
    {
        using var probe = Ring.TryCreate(1, out string reason);
        return probe is null ? reason : null;
    }

    public override void Begin(int size) =>
        ring = Ring.TryCreate((uint)size, out string reason) ?? throw new InvalidOperationException(reason);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Run(int times, int size)
    {
        int wrong = 0;
        var operation = Template();
        for (int i = 0; i < times; i++)
        {
            ulong first = next;
            for (int k = 0; k < size; k++)
            {
                operation.user_data = next++;
                *ring.Next() = operation;
            }
            ring.SubmitAndWait((uint)size);
            // Operations that never block are done, and their completions given, in the order of submission.
            for (ulong expected = first; expected != next; expected++)
                wrong += ring.TryTake(out var done) && done.user_data == expected && done.res == Result ? 0 : 1;
        }
        return wrong;
    }

    public override void End() => ring.Dispose();

    /// <summary>The operation, without its user_data.</summary>
    protected abstract io_uring_sqe Template();
}
