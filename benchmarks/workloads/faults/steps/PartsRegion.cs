using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Faults.Steps;

/// <summary>
/// The region of a first touch that is taken apart, and of each of its steps: at most 128 MiB, since an iteration goes over a dozen.
/// </summary>
[SupportedOSPlatform("linux")]
public static class PartsRegion
{
    /// <summary>Bytes at most. The lines that a touch of each page needs are still more than a core's own caches hold.</summary>
    public const long MostBytes = 128L << 20;

    /// <summary>Its pages.</summary>
    public static int Pages => Region.PagesWithin(MostBytes);

    /// <summary>A fresh one, none of it resident.</summary>
    public static Mapping Map() => Region.Map(Pages);
}
