using System.Runtime.CompilerServices;
using Bench.Interop.Files;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private int zero;

    /// <summary>Opens /dev/zero.</summary>
    [GlobalSetup(Target = nameof(ReadDevZero))]
    public void OpenZero() => zero = FileDescriptor.Open("/dev/zero", Unistd.O_RDONLY);

    /// <summary>Closes it.</summary>
    [GlobalCleanup(Target = nameof(ReadDevZero))]
    public void CloseZero() => Unistd.close(zero);

    /// <summary>read(2) of 1 byte of /dev/zero.</summary>
    [Benchmark(Description = "read 1 byte of /dev/zero", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadDevZero()
    {
        byte buffer;
        for (int i = 0; i < Calls; i++)
            Unistd.read(zero, &buffer, 1);
    }
}
