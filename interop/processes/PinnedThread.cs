using Bench.Interop.Scheduling;

namespace Bench.Interop.Processes;

/// <summary>
/// Keeps the calling thread on one processor until disposed of: the last it may use, since the first often serves interrupts.
/// </summary>
public sealed class PinnedThread : IDisposable
{
    private readonly int[] before;

    private PinnedThread(int[] before, int processor)
    {
        this.before = before;
        Processor = processor;
    }

    /// <summary>The processor, or -1 where the system does not let threads be pinned.</summary>
    public int Processor { get; }

    /// <summary>Processors that the thread could use before, ascending; none where that is not known.</summary>
    public IReadOnlyList<int> Allowed => before;

    /// <summary>Pins the calling thread; does nothing where the system does not let it.</summary>
    public static PinnedThread Pin()
    {
        if (!OperatingSystem.IsLinux())
            return new PinnedThread([], -1);
        try
        {
            int[] before = Sched.GetAffinity();
            Sched.SetAffinity(before[^1]);
            return new PinnedThread(before, before[^1]);
        }
        catch (SystemError)
        {
            return new PinnedThread([], -1);
        }
    }

    /// <summary>Lets the thread use what it could before.</summary>
    public void Dispose()
    {
        if (OperatingSystem.IsLinux() && before.Length > 0)
            Sched.SetAffinity(before);
    }
}
