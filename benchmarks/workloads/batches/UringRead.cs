using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Uring;
using Bench.Workloads.Syscalls;

namespace Bench.Workloads.Batches;

/// <summary>IORING_OP_READ (io_uring_enter(2), Linux 5.6) of 1 byte of /dev/zero, which never blocks and so is read at once.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class UringRead : UringBatch
{
    private int zero;
    private Mapping? buffer;

    public override string Operation => "read";

    public override int Rank => 3;

    protected override int Result => 1;

    public override void Begin(int size)
    {
        base.Begin(size);
        zero = FileDescriptor.Open("/dev/zero", Unistd.O_RDONLY);
        // Outside the collector's memory: the kernel holds its address between calls.
        buffer = Mapping.Anonymous(1);
    }

    public override void End()
    {
        base.End();
        buffer?.Dispose();
        Unistd.close(zero);
    }

    protected override io_uring_sqe Template() =>
        new() { opcode = IoUring.IORING_OP_READ, fd = zero, addr = (ulong)buffer!.Address, len = 1 };
}
