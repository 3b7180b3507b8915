namespace Bench.Results.Profiles;

/// <summary>Where a row's time was seen to go.</summary>
public sealed record Profile
{
    /// <summary>The row's identity between runs, BenchmarkDotNet's <c>FullName</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The row for people.</summary>
    public required string Title { get; init; }

    /// <summary>What one operation is.</summary>
    public required string Operation { get; init; }

    /// <summary>The event that was sampled, as perf(1) names it.</summary>
    public required string Event { get; init; }

    /// <summary>Whether it is a timer, which can't fire while interrupts are off.</summary>
    public required bool IsTimer { get; init; }

    /// <summary>Samples asked for in a second of running.</summary>
    public required int Hertz { get; init; }

    /// <summary>CPU nanoseconds of an operation while nothing was sampled, the median of all iterations.</summary>
    public required double Nanoseconds { get; init; }

    /// <summary>By how much sampling lengthened an iteration, as a share; the median of all turns.</summary>
    public required double Slowdown { get; init; }

    /// <summary>Turns of four iterations, of which the second and third were sampled.</summary>
    public required int Turns { get; init; }

    /// <summary>Samples for which there was no room.</summary>
    public required long Lost { get; init; }

    /// <summary>How often the kernel stopped sampling since it took too long.</summary>
    public required long Throttled { get; init; }

    /// <summary>What was seen, each stack once.</summary>
    public required IReadOnlyList<SampledStack> Stacks { get; init; }

    /// <summary>All that was seen.</summary>
    public long Samples => Stacks.Sum(stack => stack.Samples);
}
