using System.Runtime.CompilerServices;
using Bench.Interop.Files;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    /// <summary>open(2) and close(2) of /dev/null: two calls, one operation.</summary>
    [Benchmark(Description = "open + close", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OpenClose()
    {
        fixed (byte* path = "/dev/null\0"u8)
        {
            for (int i = 0; i < Calls; i++)
                Unistd.close(Unistd.open(path, Unistd.O_RDONLY | Unistd.O_CLOEXEC));
        }
    }
}
