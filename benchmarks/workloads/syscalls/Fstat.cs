using System.Runtime.CompilerServices;
using Bench.Interop.Files;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private int directory;

    /// <summary>Opens the root directory.</summary>
    [GlobalSetup(Target = nameof(Fstat))]
    public void OpenDirectory() => directory = FileDescriptor.Open("/", Unistd.O_RDONLY);

    /// <summary>Closes it.</summary>
    [GlobalCleanup(Target = nameof(Fstat))]
    public void CloseDirectory() => Unistd.close(directory);

    /// <summary>fstat(2) of a directory.</summary>
    [Benchmark(Description = "fstat", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fstat()
    {
        byte* stat = stackalloc byte[Unistd.StatBytes];
        for (int i = 0; i < Calls; i++)
            Unistd.fstat(directory, stat);
    }
}
