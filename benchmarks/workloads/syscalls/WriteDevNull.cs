using System.Runtime.CompilerServices;
using Bench.Interop.Files;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private int sink;

    /// <summary>Opens /dev/null.</summary>
    [GlobalSetup(Target = nameof(WriteDevNull))]
    public void OpenNull() => sink = FileDescriptor.Open("/dev/null", Unistd.O_WRONLY);

    /// <summary>Closes it.</summary>
    [GlobalCleanup(Target = nameof(WriteDevNull))]
    public void CloseNull() => Unistd.close(sink);

    /// <summary>write(2) of 1 byte to /dev/null.</summary>
    [Benchmark(Description = "write 1 byte to /dev/null",
        OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void WriteDevNull()
    {
        byte buffer = 0;
        for (int i = 0; i < Calls; i++)
            Unistd.write(sink, &buffer, 1);
    }
}
