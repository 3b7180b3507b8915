using System.Runtime.Versioning;
using Bench.Interop.Memory;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads.Faults;

/// <summary>A sweep whose clock runs over the touches.</summary>
[SupportedOSPlatform("linux")]
public abstract class FirstTouches : MechanismSweep
{
    private Mapping? region;

    /// <summary>Maps a fresh region.</summary>
    [IterationSetup]
    public void Map() => region = Fresh();

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
}
