using System.Runtime.Versioning;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>
/// A program that touches only a part of its memory, at random: how much slower do pages make it that it never asked for, and how much
/// memory do they cost? One operation is one page touched.
/// </summary>
[RegionJob, Needs<Linux>, BenchmarkCategory("Matrix"), SupportedOSPlatform("linux")]
public class SparseFaults : FirstTouches
{
    /// <summary>Part of the pages that is touched.</summary>
    [ParamsSource(nameof(Densities), Priority = -1)]
    public Density Density { get; set; } = null!;

    [ParamsSource(nameof(Mechanisms), Priority = 0)]
    public override Mechanism Mechanism { get; set; } = null!;

    [ParamsSource(nameof(PagesPerFault), Priority = 1)]
    public override int Pages { get; set; }

    /// <summary>Values of <see cref="Density"/>.</summary>
    public static IEnumerable<Density> Densities => Density.All;

    public override string Unit => "touched page";

    protected override FaultTables Sweep => FaultTables.Densities;

    protected override IReadOnlyList<int>? Sizes => [4, 16, 64, 512];

    protected override Walk MakeWalk() => Density.Walk(Region.Pages);
}
