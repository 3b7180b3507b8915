using System.Runtime.Versioning;

namespace Bench.Interop.Children;

/// <summary>One of version 1's memory controller (Documentation/admin-guide/cgroup-v1/memory.rst), which threads may enter alone.</summary>
[SupportedOSPlatform("linux")]
public sealed class ControlGroupV1(string parent, int number) : ControlGroup(parent, number)
{
    /// <inheritdoc/>
    public override long? PeakBytes => Number("memory.max_usage_in_bytes");

    /// <summary>Brings in the calling thread, which ends when it has started what is to be in it.</summary>
    public override void Enter() => Write(Path.Combine(Folder, "tasks"), "0");

    /// <inheritdoc/>
    public override void Leave()
    {
        // The thread has ended.
    }
}
