using System.Runtime.Versioning;
using System.Text.Json.Serialization;
using Bench.Interop.Memory;

namespace Bench.Workloads.Crews;

/// <summary>What one worker is to do; travels to a process as JSON.</summary>
[JsonDerivedType(typeof(TouchPages), nameof(TouchPages)), JsonDerivedType(typeof(MapAndUnmap), nameof(MapAndUnmap))]
[SupportedOSPlatform("linux")]
internal abstract record Assignment
{
    /// <summary>The job.</summary>
    /// <param name="common">The region that threads share, where they share one.</param>
    public abstract IJob Begin(Func<Mapping>? common);
}

/// <summary>An assignment being carried out, on one thread.</summary>
internal interface IJob
{
    /// <summary>Once, before the first step: has everything compiled.</summary>
    void Rehearse();

    /// <summary>Before each iteration.</summary>
    void Prepare();

    /// <summary>What is measured.</summary>
    /// <param name="wanted">Whether the step still is on, for a job without an end of its own.</param>
    /// <param name="progress">Where such a job counts what it has done.</param>
    void Work(Func<bool> wanted, ref long progress);

    /// <summary>After each iteration.</summary>
    void Release();
}
