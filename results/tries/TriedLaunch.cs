namespace Bench.Results.Tries;

/// <summary>What one launch of the command took, with all that it started.</summary>
/// <param name="Round">The round it was made in, from 1.</param>
/// <param name="WallNanoseconds">From its start to its end.</param>
/// <param name="UserNanoseconds">CPU time in user mode.</param>
/// <param name="SystemNanoseconds">CPU time in the kernel.</param>
/// <param name="MinorFaults">Page faults served without reading from a device.</param>
/// <param name="MajorFaults">Page faults that read from a device.</param>
/// <param name="Waits">How often it gave its processor away, to wait.</param>
/// <param name="MemoryBytes">The most memory at once; null where it was too short to be seen.</param>
public sealed record TriedLaunch(
    int Round, double WallNanoseconds, double UserNanoseconds, double SystemNanoseconds, long MinorFaults, long MajorFaults, long Waits,
    long? MemoryBytes)
{
    /// <summary>CPU time in all.</summary>
    public double CpuNanoseconds => UserNanoseconds + SystemNanoseconds;
}
