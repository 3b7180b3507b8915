using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Results.Data;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Steps;

/// <summary>
/// All steps once a round, each by the CPU time of this thread. Every other round goes the other way round and begins elsewhere, so that a
/// machine that gets slower does so for all of them.
/// </summary>
/// <param name="mechanism">How pages come into memory.</param>
/// <param name="pages">Pages per fault.</param>
[SupportedOSPlatform("linux")]
internal sealed class StepsInTurns(Mechanism mechanism, int pages) : IDisposable
{
    private readonly FaultStep[] steps = [.. Of(pages).Select(Compiled)];
    private readonly Dictionary<string, double?> times = [];
    private readonly int[] walk = new Sequential().Steps(PartsRegion.Pages);
    private readonly LinuxThreadMeter meter = new();
    private int round;

    /// <summary>Names of what is read where a fault brings <paramref name="pages"/>.</summary>
    public static IReadOnlyList<string> Readings(int pages) => [.. Of(pages).Select(Reading)];

    /// <summary>CPU nanoseconds a page of the last round, by reading; null where the step took other faults than it promises.</summary>
    public double? this[string reading] => times.GetValueOrDefault(reading);

    /// <summary>Does each step once.</summary>
    public void Round()
    {
        for (int turn = 0; turn < steps.Length; turn++)
        {
            var step = steps[(round + (round % 2 == 0 ? turn : steps.Length - turn)) % steps.Length];
            times[Reading(step)] = Time(step);
        }
        round++;
    }

    public void Dispose() => meter.Dispose();

    private double? Time(FaultStep step)
    {
        using var region = step.Prepare(mechanism, pages);
        var before = meter.Read();
        step.Go(region, walk);
        var spent = meter.Read() - before;
        var promise = step.Promise(pages);
        double promised = meter.CountsTrapsOnly ? promise.Traps : promise.All;
        bool kept = Math.Abs((double)spent.Faults / walk.Length - promised) <= promise.Tolerance;
        return kept ? (double)spent.CpuNanoseconds / walk.Length : null;
    }

    // Before the clock runs: the compiler's faults are no step's.
    private static FaultStep Compiled(FaultStep step)
    {
        RuntimeHelpers.PrepareMethod(step.GetType().GetMethod(nameof(FaultStep.Go))!.MethodHandle);
        return step;
    }

    private static IEnumerable<FaultStep> Of(int pages) => FaultStep.All.Where(step => step.Takes(pages) && step.WhyNot() is null);

    private static string Reading(FaultStep step) => StepTimes.Reading(step.Name);
}
