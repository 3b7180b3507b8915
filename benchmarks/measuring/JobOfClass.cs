using Bench.Workloads.Contracts;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace Bench.Measuring;

/// <summary>A class's job as BenchmarkDotNet runs it, over what the user asks for.</summary>
public static class JobOfClass
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

    /// <summary>What goes where the user asks for nothing else: no value is dropped behind the reader's back.</summary>
    private static readonly Job Usual = new Job().WithOutlierMode(OutlierMode.DontRemove).Freeze();

    // Fewer have no median worth the name.
    private const int LeastIterations = 5;

    // Five ticks at 250 Hz: the interrupts in it are about as many in each.
    private static readonly TimeInterval ShortestIteration = TimeInterval.FromMilliseconds(20);

    /// <summary>The job to run where the user asks for <paramref name="asked"/>.</summary>
    /// <param name="of">How the class is measured.</param>
    /// <param name="asked">The user's options.</param>
    /// <param name="launches">Launches of each case; they share the class's time, since it is launches that tell.</param>
    public static Job Over(this SuiteJobAttribute of, Job asked, int launches) => of.Over(asked, launches, Effort.Full);

    /// <summary>The same with fewer iterations than the class has by itself, where the user asks for none.</summary>
    public static Job Over(this SuiteJobAttribute of, Job asked, int launches, Effort effort)
    {
        var job = asked.HasValue(Job.IdCharacteristic) ? new Job(asked.Id) : new Job();
        var share = effort.ALaunch is { } own ? new Job().WithIterationCount(own) : EvenParts(of.Defaults, launches, effort);
        return job.Apply(Usual, of.Defaults, share, asked, of.Foundation, Everywhere).Freeze();
    }

    // Fewer iterations, and then shorter ones.
    private static Job EvenParts(Job defaults, int launches, Effort effort)
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
