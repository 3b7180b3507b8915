using Bench.Workloads.Contracts;

namespace Bench.Measuring;

/// <summary>A number that a workload reads itself in an iteration's set-up.</summary>
internal sealed class WorkloadReading(IReadsBeside workload, string name) : IterationReading
{
    public override string Name => name;

    public override double? End() => workload.Reading(name);

    /// <summary>All that <paramref name="workload"/> reads.</summary>
    public static IEnumerable<IterationReading> AllOf(object workload) =>
        workload is IReadsBeside reads ? reads.Readings.Select(name => new WorkloadReading(reads, name)) : [];
}
