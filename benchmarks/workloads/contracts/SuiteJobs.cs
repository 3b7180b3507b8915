using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Bench.Workloads.Contracts;

/// <summary>
/// How a class is measured. What the user asks for (<c>--job short</c>, <c>--iterationCount 5</c>) goes over the class's defaults; what its
/// meaning rests on goes over both. BenchmarkDotNet's own mutators would let neither option through.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class SuiteJobAttribute : Attribute
{
    private protected SuiteJobAttribute(Job defaults, Job foundation, int usualSeconds) =>
        (Defaults, Foundation, UsualSeconds) = (defaults, foundation, usualSeconds);

    /// <summary>What goes where the user asks for nothing else.</summary>
    public Job Defaults { get; }

    /// <summary>What goes whatever the user asks for.</summary>
    public Job Foundation { get; }

    /// <summary>
    /// What a row took in a run of the whole matrix (2 processors of an AMD EPYC): the time left of rows whose class has not begun is known
    /// by the proportions of these.
    /// </summary>
    public int UsualSeconds { get; }
}

/// <summary>Calls: many in an invocation, many invocations in an iteration.</summary>
public sealed class CallJobAttribute() : SuiteJobAttribute(
    new Job().WithIterationTime(TimeInterval.FromMilliseconds(100)).WithWarmupCount(3).WithIterationCount(20),
    new Job(),
    usualSeconds: 4);

/// <summary>Faults: a fresh region for each iteration, one invocation over it.</summary>
public sealed class RegionJobAttribute() : SuiteJobAttribute(
    new Job().WithWarmupCount(1).WithIterationCount(12),
    new Job().WithInvocationCount(1).WithUnrollFactor(1),
    usualSeconds: 8);

/// <summary>Workers: as faults, with fewer iterations, since there are many rows.</summary>
public sealed class CrewJobAttribute() : SuiteJobAttribute(
    new Job().WithWarmupCount(1).WithIterationCount(8),
    new Job().WithInvocationCount(1).WithUnrollFactor(1),
    usualSeconds: 6);

/// <summary>Resident memory: the same region again and again.</summary>
public sealed class WarmJobAttribute() : SuiteJobAttribute(
    new Job().WithIterationTime(TimeInterval.FromMilliseconds(200)).WithMinInvokeCount(1).WithWarmupCount(2).WithIterationCount(15),
    new Job().WithUnrollFactor(1),
    usualSeconds: 10);
