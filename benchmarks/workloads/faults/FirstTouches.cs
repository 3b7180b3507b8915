using System.Runtime.Versioning;
using Bench.Interop.Memory;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads.Faults;

/// <summary>A sweep whose clock runs over the touches.</summary>
[SupportedOSPlatform("linux")]
public abstract class FirstTouches : MechanismSweep
{
    private Mapping? region;

    /// <summary>Maps a fresh region, last of all before the clock.</summary>
    [IterationSetup]
    public void Map()
    {
        BeforeMapping();
        region = Fresh();
    }

    /// <summary>Weighs and unmaps it.</summary>
    [IterationCleanup]
    public void Unmap()
    {
        Weigh();
        region?.Dispose();
    }

    /// <summary>Touches every page of the walk.</summary>
    [Benchmark]
    public void Touch() => Go();

    /// <summary>What else an iteration does outside its clock; nothing unless overridden.</summary>
    protected virtual void BeforeMapping()
    {
    }
}
