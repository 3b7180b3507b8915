using Bench.Results.Data;
using Bench.Workloads.Contracts;

namespace Bench.Record;

/// <summary>Everything that was counted for one case, over all its launches.</summary>
/// <param name="Launches">One entry a launch, in order; never empty.</param>
public sealed record CaseCounts(IReadOnlyList<LaunchCounts> Launches)
{
    /// <summary>What the clock counted.</summary>
    public string Unit { get; init; } = Results.Data.Units.Nanoseconds;

    /// <summary>Iterations of the main run, of all launches.</summary>
    public IEnumerable<IterationCounts> Iterations => Launches.SelectMany(launch => launch.Iterations);

    /// <summary>Where faults come from.</summary>
    public string Counter => Launches[0].Counter;

    /// <summary>Faults per operation promised; null where nothing is.</summary>
    public double? PromisedFaults => Launches[0].PromisedFaults;

    /// <summary>Largest difference from it that passes.</summary>
    public double Tolerance => Launches[0].Tolerance;

    /// <summary>What was resident after an iteration; null where nothing was weighed.</summary>
    public MemoryCost? Memory => Launches[^1].Memory;

    /// <summary>Whether the measuring thread waits for another by design, so that <see cref="CpuShare"/> is no sign of trouble.</summary>
    public bool Waits => Launches[0].Waits;

    /// <summary>Faults per operation measured.</summary>
    public double FaultsPerOperation => Iterations.Sum(i => (double)i.Faults) / Iterations.Sum(i => (double)i.Operations);

    /// <summary>CPU time of the thread against wall time: 1 where it had the processor to itself.</summary>
    public double CpuShare => Iterations.Sum(i => i.CpuNanoseconds) / Iterations.Sum(i => i.Nanoseconds);

    /// <summary>Times the scheduler took the processor away, in all iterations together.</summary>
    public long InvoluntarySwitches => Iterations.Sum(i => i.InvoluntarySwitches);

    /// <summary>Faults that read from a device, in all iterations together.</summary>
    public long MajorFaults => Iterations.Sum(i => i.MajorFaults);
}

/// <summary>Looks for one kind of trouble in a case. A new check is a new class in this folder.</summary>
public interface ICaseCheck
{
    /// <summary>The mark, or null where all is well.</summary>
    Mark? Check(CaseCounts counts);
}
