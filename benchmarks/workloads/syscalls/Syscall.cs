using System.Runtime.Versioning;
using Bench.Workloads.Contracts;
using Bench.Workloads.FunctionCalls;
using Bench.Workloads.Requirements;
using Bench.Workloads.Syscalls;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// What a system call costs. One operation is one call. Each call is a file of its own in this folder; all compare with the plain
/// function call measured in the same run.
/// </summary>
[CallJob, Needs<Linux>, SupportedOSPlatform("linux")]
public unsafe partial class Syscall
{
    private const int Calls = SyscallLoop.Calls;

    /// <summary>The reference: a static method that is not inlined.</summary>
    [Benchmark(Description = "function call", Baseline = true, OperationsPerInvoke = PlainCall.Calls)]
    public void FunctionCall() => PlainCall.Run();
}
