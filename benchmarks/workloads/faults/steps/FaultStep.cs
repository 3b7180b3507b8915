using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Steps;

/// <summary>
/// Something less than a first touch, whose time tells a part of what that costs. A new step is a new subclass in this folder; the suite
/// finds it by itself, and a part of results/judge/parts uses it by its name.
/// </summary>
[SupportedOSPlatform("linux")]
public abstract class FaultStep : IComparable<FaultStep>
{
    /// <summary>Name in reports.</summary>
    public abstract string Name { get; }

    /// <summary>What it costs: one sentence, without a full stop.</summary>
    public abstract string Why { get; }

    /// <summary>Place in turns, ascending.</summary>
    public abstract int Rank { get; }

    /// <summary>Whether it means anything where a fault brings <paramref name="pages"/>.</summary>
    public virtual bool Takes(int pages) => true;

    /// <summary>Why this machine can't do it, in words for the user; null where it can.</summary>
    public virtual string? WhyNot() => null;

    /// <summary>What it must show, per page.</summary>
    public virtual FaultPromise Promise(int pages) => FaultPromise.None;

    /// <summary>Outside the clock: memory that the step is about to be done to; disposed of by the caller.</summary>
    /// <param name="mechanism">How pages come into memory.</param>
    /// <param name="pages">Pages per fault.</param>
    public virtual Mapping Prepare(Mechanism mechanism, int pages)
    {
        var region = PartsRegion.Map();
        mechanism.Prepare(region, pages);
        return region;
    }

    /// <summary>
    /// Inside the clock; writes one byte to each page of <paramref name="region"/>, first to last, unless overridden. Optimised at once, as
    /// here: to be compiled again between two rounds is a fault that no step promises.
    /// </summary>
    /// <param name="region">What was prepared.</param>
    /// <param name="walk">As many pages or more, first to last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public virtual unsafe void Go(Mapping region, ReadOnlySpan<int> walk) =>
        TouchLoop.Run(region.Address, walk[..(int)region.PageCount], PageSize.Bytes);

    /// <summary>All steps, by rank.</summary>
    public static IReadOnlyList<FaultStep> All => Catalogue.Of<FaultStep>();

    public int CompareTo(FaultStep? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    public override string ToString() => Name;
}
