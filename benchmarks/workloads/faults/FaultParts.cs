using System.Runtime.Versioning;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Faults.Steps;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

// So that '*PageFault*' finds it: whoever measures page faults is told where they go.
namespace Bench.Workloads.PageFaults;

/// <summary>
/// Where a first touch goes: the touch of PageFault, in sequential order, beside which every step less than it is taken in turns. Each
/// iteration has all of them close together, so that what the machine does to one it does to the others; their differences are the parts.
/// </summary>
[RegionJob, Needs<Linux>, BenchmarkCategory("Matrix", "Parts"), SupportedOSPlatform("linux")]
public class FaultParts : FirstTouches, IReadsBeside
{
    private StepsInTurns? steps;

    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public override Mechanism Mechanism { get; set; } = null!;

    [ParamsSource(nameof(PagesPerFault), Priority = 1)]
    public override int Pages { get; set; }

    public override long MostBytes => PartsRegion.MostBytes;

    public IReadOnlyList<string> Readings => StepsInTurns.Readings(Pages);

    public double? Reading(string name) => steps?[name];

    protected override FaultTables Sweep => FaultTables.PageFault;

    protected override IReadOnlyList<int>? Sizes => [16, 512];

    protected override bool Takes(Mechanism mechanism) => mechanism is Demand or LargeFolio;

    protected override Walk MakeWalk() => new Sequential().Walk(RegionPages);

    /// <summary>Closes the counters of the steps.</summary>
    protected override void Close()
    {
        steps?.Dispose();
        steps = null;
    }

    /// <summary>Takes all steps in turns.</summary>
    protected override void BeforeMapping()
    {
        steps ??= new StepsInTurns(Mechanism, Pages);
        steps.Round();
    }
}
