using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Workloads.Syscalls;

namespace Bench.Workloads.Batches;

/// <summary>read(2) of 1 byte of /dev/zero.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class ReadCall : Batch
{
    private int zero;

    public override string Operation => "read";

    public override int Rank => 2;

    public override void Begin(int size) => zero = FileDescriptor.Open("/dev/zero", Unistd.O_RDONLY);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Run(int times, int size)
    {
        int wrong = 0;
        byte buffer;
        for (int i = 0; i < times; i++)
            wrong += Unistd.read(zero, &buffer, 1) == 1 ? 0 : 1;
        return wrong;
    }

    public override void End() => Unistd.close(zero);
}
