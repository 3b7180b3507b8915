using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Workloads.Syscalls;

namespace Bench.Workloads.Batches;

/// <summary>write(2) of 1 byte to /dev/null.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class WriteCall : Batch
{
    private int sink;

    public override string Operation => "write";

    public override int Rank => 4;

    public override void Begin(int size) => sink = FileDescriptor.Open("/dev/null", Unistd.O_WRONLY);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Run(int times, int size)
    {
        int wrong = 0;
        byte buffer = 0;
        for (int i = 0; i < times; i++)
            wrong += Unistd.write(sink, &buffer, 1) == 1 ? 0 : 1;
        return wrong;
    }

    public override void End() => Unistd.close(sink);
}
