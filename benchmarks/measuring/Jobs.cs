using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace Bench.Measuring;

/// <summary>
/// How a class is measured. What the user asks for (<c>--job short</c>, <c>--iterationCount 5</c>) goes over the class's defaults; what its
/// meaning rests on goes over both. BenchmarkDotNet's own mutators would let neither option through.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class SuiteJobAttribute : Attribute
{
    /// <summary>
    /// What all classes rest on. Overhead evaluation is off: an invocation holds hundreds of operations or more, which leaves
    /// BenchmarkDotNet's own call under 0.1 % of it. The collector stays out of the clock: workloads allocate nothing.
    /// </summary>
    private static readonly Job Everywhere = new Job()
        .WithEngineFactory(new CountingEngineFactory())
        .WithEvaluateOverhead(false)
        .WithGcForce(false)
        .WithGcConcurrent(false)
        .Freeze();

    // Fewer have no median worth the name.
    private const int LeastIterations = 5;

    // Five ticks at 250 Hz: the interrupts in it are about as many in each.
    private static readonly TimeInterval ShortestIteration = TimeInterval.FromMilliseconds(20);

    private readonly Job defaults;
    private readonly Job foundation;

    private protected SuiteJobAttribute(Job defaults, Job foundation, int usualSeconds)
    {
        this.defaults = defaults;
        this.foundation = foundation;
        UsualSeconds = usualSeconds;
    }

    /// <summary>
    /// What a row took in a run of the whole matrix (2 processors of an AMD EPYC): the time left of rows whose class has not begun is known by the
    /// proportions of these.
    /// </summary>
    public int UsualSeconds { get; }

    /// <summary>The job to run where the user asks for <paramref name="asked"/>.</summary>
    /// <param name="asked">The user's options.</param>
    /// <param name="launches">Launches of each case; they share the class's time, since it is launches that tell.</param>
    public Job Over(Job asked, int launches) => Over(asked, launches, Effort.Full);

    /// <summary>The same with fewer iterations than the class has by itself, where the user asks for none.</summary>
    public Job Over(Job asked, int launches, Effort effort)
    {
        var job = asked.HasValue(Job.IdCharacteristic) ? new Job(asked.Id) : new Job();
        return job.Apply(defaults, effort.ALaunch is { } own ? new Job().WithIterationCount(own) : Share(launches, effort), asked, foundation, Everywhere).Freeze();
    }

    // Fewer iterations, and then shorter ones.
    private Job Share(int launches, Effort effort)
    {
        int all = effort.Of(defaults.Run.IterationCount);
        int iterations = Math.Max(LeastIterations, all / launches);
        var share = new Job().WithIterationCount(iterations);
        if (!defaults.HasValue(RunMode.IterationTimeCharacteristic))
            return share;
        var time = defaults.Run.IterationTime * Math.Min(1, (double)all / (launches * iterations));
        return share.WithIterationTime(time > ShortestIteration ? time : ShortestIteration);
    }
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
