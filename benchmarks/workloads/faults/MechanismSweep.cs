using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads.Faults;

/// <summary>
/// First touches of a fresh region whose memory comes by a mechanism; subclasses say over which walk and by which mechanisms. One operation
/// is one distinct page touched, one invocation a whole walk. Mapping, unmapping, weighing and the walk's choice are outside the clock.
/// </summary>
/// <remarks>Parameters are declared by subclasses, since names of rows have them in the order of declaration.</remarks>
[SupportedOSPlatform("linux")]
public abstract class MechanismSweep
: ICountsOperations, IPromisesFaults, ISelectsCases, IChangesSettings, IUsesRegion, IWeighsMemory, IWaits
{
    private Walk? walk;
    private MemoryScale? scale;
    private Mapping? region;

    /// <summary>How pages come into memory.</summary>
    public abstract Mechanism Mechanism { get; set; }

    /// <summary>Pages per fault.</summary>
    public abstract int Pages { get; set; }

    /// <summary>Values of <see cref="Mechanism"/>.</summary>
    public static IEnumerable<Mechanism> Mechanisms => Mechanism.All;

    /// <summary>Values of <see cref="Pages"/>.</summary>
    public static IEnumerable<int> PagesPerFault => Mechanism.All.SelectMany(mechanism => mechanism.PagesPerFault).Distinct().Order();

    public long OperationsPerInvocation => Walk.Touched;

    public virtual string Unit => "page";

    public virtual FaultPromise Promise => Mechanism.Promise(Pages, Walk);

    public bool Exists =>
        Mechanism.FaultTables.HasFlag(Sweep) && Mechanism.PagesPerFault.Contains(Pages)
            && (Mechanism.PagesPerFault.Count == 1 || Sizes is null || Sizes.Contains(Pages)) && Takes(Mechanism);

    public string? WhyNot(bool leaveSettings) => Mechanism.WhyNot(Pages, leaveSettings);

    public IReadOnlyList<SettingChange> Settings => Mechanism.SettingsFor(Pages);

    public virtual double MemoryBesides => 0;

    public MemoryCost? MemoryCost { get; private set; }

    public bool Waits => Mechanism.Waits;

    /// <summary>Which table this is.</summary>
    protected abstract FaultTables Sweep { get; }

    /// <summary>Sizes measured of a mechanism that has several; null for all.</summary>
    protected virtual IReadOnlyList<int>? Sizes => null;

    /// <summary>Whether <paramref name="mechanism"/> has a place in this row.</summary>
    protected virtual bool Takes(Mechanism mechanism) => true;

    public virtual long MostBytes => long.MaxValue;

    /// <summary>Pages of its region.</summary>
    protected int RegionPages => Region.PagesWithin(MostBytes);

    /// <summary>The walk of this row.</summary>
    protected abstract Walk MakeWalk();

    // Made once and kept: a walk may take seconds to make.
    private Walk Walk => walk ??= MakeWalk();

    /// <summary>Warms memory and makes the walk.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        Region.WarmPhysicalMemory();
        scale = new MemoryScale(RegionPages);
        _ = Walk;
        Mechanism.Begin(Pages);
    }

    /// <summary>Undoes what the mechanism did to the process.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        Mechanism.End();
        Close();
    }

    /// <summary>Closes what a row holds besides; nothing unless overridden.</summary>
    protected virtual void Close()
    {
    }

    /// <summary>A fresh region, none of it touched.</summary>
    protected Mapping Fresh()
    {
        region = Region.Map(RegionPages);
        scale!.Start();
        Mechanism.Prepare(region, Pages);
        return region;
    }

    /// <summary>Goes over it.</summary>
    protected void Go() => Walk.Touch(Mechanism, region!, Pages);

    /// <summary>Notes what is in memory now.</summary>
    protected void Weigh() => MemoryCost = scale!.Stop(region!, Walk.Touched);
}
