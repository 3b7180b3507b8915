namespace Bench.Interop.Children;

/// <summary>How a child ended, and what it took with all that it started.</summary>
/// <param name="Status">Its exit status; null where a signal ended it.</param>
/// <param name="Signal">The signal that ended it; null where it exited.</param>
/// <param name="WallNanoseconds">From just before it was started to its end.</param>
/// <param name="Usage">CPU time and faults.</param>
/// <param name="Left">Names of processes that it left running, which have been ended.</param>
/// <param name="WasKilled">Whether this process ended it (<see cref="Child.Kill"/>), or meant to when it ended by itself.</param>
public sealed record ChildEnd(
    int? Status, int? Signal, long WallNanoseconds, ChildUsage Usage, IReadOnlyList<string> Left, bool WasKilled = false);

/// <summary>What processes used, as wait4(2) says.</summary>
/// <param name="UserNanoseconds">CPU time in user mode, to the microsecond.</param>
/// <param name="SystemNanoseconds">CPU time in the kernel, to the microsecond.</param>
/// <param name="MinorFaults">Faults served without reading from a device.</param>
/// <param name="MajorFaults">Faults that read from a device.</param>
/// <param name="Waits">Context switches that it asked for, by blocking or yielding.</param>
public readonly record struct ChildUsage(long UserNanoseconds, long SystemNanoseconds, long MinorFaults, long MajorFaults, long Waits)
{
    /// <summary>Both together.</summary>
    public static ChildUsage operator +(ChildUsage a, ChildUsage b) => new(
        a.UserNanoseconds + b.UserNanoseconds, a.SystemNanoseconds + b.SystemNanoseconds,
        a.MinorFaults + b.MinorFaults, a.MajorFaults + b.MajorFaults, a.Waits + b.Waits);
}
