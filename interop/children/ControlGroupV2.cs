using System.Runtime.Versioning;

namespace Bench.Interop.Children;

/// <summary>
/// One of version 2 with the memory controller (Documentation/admin-guide/cgroup-v2.rst). Threads of a process are in one group there: this
/// process enters it, and what it has allocated before stays charged where it was.
/// </summary>
/// <param name="parent">The folder of the group above.</param>
/// <param name="number">Tells this process's groups apart.</param>
/// <param name="home">The folder of this process's own group.</param>
[SupportedOSPlatform("linux")]
public sealed class ControlGroupV2(string parent, int number, string home) : ControlGroup(parent, number)
{
    private bool entered;

    /// <summary>memory.peak, since Linux 5.19.</summary>
    public override long? PeakBytes => Number("memory.peak");

    /// <inheritdoc/>
    public override void Enter()
    {
        Write(Path.Combine(Folder, "cgroup.procs"), "0");
        entered = true;
    }

    /// <inheritdoc/>
    public override void Leave()
    {
        if (entered)
            Write(Path.Combine(home, "cgroup.procs"), "0");
        entered = false;
    }

    /// <summary>All at once where the kernel can, since Linux 5.14.</summary>
    public override void Kill()
    {
        string all = Path.Combine(Folder, "cgroup.kill");
        // This process must not be among them.
        if (!entered && File.Exists(all))
            Write(all, "1");
        else
            base.Kill();
    }
}
