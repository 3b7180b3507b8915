using System.Runtime.Versioning;
using Bench.Interop.Resources;

namespace Bench.Workloads.Faults.Probes;

/// <summary>Counts the minor faults of an action on the calling thread.</summary>
/// <param name="counter">Faults so far; the kernel's own count (getrusage(2)) unless given.</param>
[SupportedOSPlatform("linux")]
internal sealed class ThreadFaults(Func<long>? counter = null)
{
    private readonly Func<long> counter = counter ?? (static () => Resource.OfThread().ru_minflt);

    /// <summary>Faults that <paramref name="action"/> took.</summary>
    public long Of(Action action)
    {
        long before = counter();
        action();
        return counter() - before;
    }
}
