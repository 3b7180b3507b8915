using System.Runtime.Versioning;
using Bench.Interop.Uring;

namespace Bench.Workloads.Batches;

/// <summary>IORING_OP_NOP (io_uring_enter(2)): what io_uring itself costs.</summary>
[SupportedOSPlatform("linux")]
public sealed class UringNop : UringBatch
{
    public override string Operation => "nop";

    public override int Rank => 1;

    protected override int Result => 0;

    protected override io_uring_sqe Template() => new() { opcode = IoUring.IORING_OP_NOP, fd = -1 };
}
