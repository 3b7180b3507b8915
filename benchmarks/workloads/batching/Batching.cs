using System.Runtime.Versioning;
using Bench.Workloads.Batches;
using Bench.Workloads.Contracts;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// What it saves to enter the kernel once for n operations: the mirror image of preallocating n pages at each fault. One operation is one
/// null call, read or write of one byte, however many share an entry.
/// </summary>
[CallJob, Needs<Linux>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class Batching : ICountsOperations, ISelectsCases
{
    private const int Operations = Batch.Largest;

    /// <summary>What is done, and by what call.</summary>
    [ParamsSource(nameof(Ways), Priority = 0)]
    public Batch How { get; set; } = null!;

    /// <summary>Operations at each entry into the kernel.</summary>
    [ParamsSource(nameof(Sizes), Priority = 1)]
    public int Size { get; set; }

    /// <summary>Values of <see cref="How"/>.</summary>
    public static IEnumerable<Batch> Ways => Batch.All;

    /// <summary>Values of <see cref="Size"/>.</summary>
    public static IEnumerable<int> Sizes => Batch.Doublings;

    public long OperationsPerInvocation => Operations;

    public string Unit => "operation";

    public bool Exists => How.Sizes.Contains(Size);

    public string? WhyNot(bool leaveSettings) => How.WhyNot();

    /// <summary>Opens what is worked on.</summary>
    [GlobalSetup]
    public void SetUp() => How.Begin(Size);

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public void CleanUp() => How.End();

    /// <summary>Does all operations; fails where one of them did not do what it should.</summary>
    [Benchmark]
    public void Run()
    {
        if (How.Run(Operations / Size, Size) is not 0 and var wrong)
            throw new InvalidOperationException($"{wrong} of {Operations} operations of '{How}' failed");
    }
}
