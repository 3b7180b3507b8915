using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Workloads.Syscalls;

namespace Bench.Workloads.Batches;

/// <summary>writev(2) of n buffers of 1 byte each to /dev/null.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class Writev : Batch
{
    private readonly iovec[] buffers = GC.AllocateArray<iovec>(Largest, pinned: true);
    private readonly byte[] bytes = GC.AllocateArray<byte>(Largest, pinned: true);
    private int sink;

    public override string Operation => "write";

    public override string? By => "writev";

    public override int Rank => 5;

    public override void Begin(int size)
    {
        sink = FileDescriptor.Open("/dev/null", Unistd.O_WRONLY);
        for (int i = 0; i < Largest; i++)
            buffers[i] = new iovec { iov_base = Unsafe.AsPointer(ref bytes[i]), iov_len = 1 };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Run(int times, int size)
    {
        int wrong = 0;
        fixed (iovec* first = buffers)
        {
            for (int i = 0; i < times; i++)
                wrong += SysUio.writev(sink, first, size) == size ? 0 : size;
        }
        return wrong;
    }

    public override void End() => Unistd.close(sink);
}
