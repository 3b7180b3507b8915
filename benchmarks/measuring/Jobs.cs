using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Bench.Measuring;

/// <summary>How a class is measured. Mutators, so that <c>--job short</c> adjusts the one job instead of adding a second.</summary>
public abstract class SuiteJobAttribute : Attribute, IConfigSource
{
    private protected SuiteJobAttribute(Job job) => Config = ManualConfig.CreateEmpty().AddJob(job.AsMutator());

    /// <inheritdoc/>
    public IConfig Config { get; }

    /// <summary>
    /// What all classes share. Overhead evaluation is off: each invocation holds hundreds of operations or more, which leaves
    /// BenchmarkDotNet's own call under 0.1 % of it. The collector stays out of the clock: workloads allocate nothing.
    /// </summary>
    private protected static Job Common => new Job()
        .WithEngineFactory(new CountingEngineFactory())
        .WithEvaluateOverhead(false)
        .WithGcForce(false)
        .WithGcConcurrent(false);
}

/// <summary>Calls: many in an invocation, many invocations in an iteration.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CallJobAttribute() : SuiteJobAttribute(Common
    .WithIterationTime(TimeInterval.FromMilliseconds(100))
    .WithWarmupCount(3)
    .WithIterationCount(20));

/// <summary>Faults: a fresh region for each iteration, one invocation over it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RegionJobAttribute() : SuiteJobAttribute(Common
    .WithInvocationCount(1)
    .WithUnrollFactor(1)
    .WithWarmupCount(1)
    .WithIterationCount(15));

/// <summary>Resident memory: the same region again and again.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WarmJobAttribute() : SuiteJobAttribute(Common
    .WithIterationTime(TimeInterval.FromMilliseconds(200))
    .WithUnrollFactor(1)
    .WithMinInvokeCount(1)
    .WithWarmupCount(2)
    .WithIterationCount(15));
