using System.Runtime.CompilerServices;
using Bench.Interop.Files;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

public unsafe partial class Syscall
{
    private const int PreadBytes = 4096;
    private int file;

    /// <summary>Opens a file whose first page is in the page cache: the runtime itself.</summary>
    [GlobalSetup(Target = nameof(PreadCached))]
    public void OpenFile() =>
        file = FileDescriptor.Open(typeof(object).Assembly.Location is { Length: > 0 } path ? path : "/proc/self/exe", Unistd.O_RDONLY);

    /// <summary>Closes it.</summary>
    [GlobalCleanup(Target = nameof(PreadCached))]
    public void CloseFile() => Unistd.close(file);

    /// <summary>pread(2) of 4 KiB from the page cache.</summary>
    [Benchmark(Description = "pread 4 KiB, cached", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PreadCached()
    {
        byte* buffer = stackalloc byte[PreadBytes];
        for (int i = 0; i < Calls; i++)
            Unistd.pread(file, buffer, PreadBytes, 0);
    }
}
