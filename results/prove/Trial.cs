namespace Bench.Results.Prove;

/// <summary>What one trial asked of the tools.</summary>
public enum TrialKind
{
    /// <summary>Two copies in turns.</summary>
    Ab,

    /// <summary>A run against a baseline that was saved before.</summary>
    Gate,
}

/// <summary>One run of <c>ab</c> or <c>gate</c> on copies that differ by a known amount, and what each tool said of it.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Planted">Percent planted in one benchmark of the new copy; 0 for identical code.</param>
/// <param name="Seconds">Wall time of the whole.</param>
/// <param name="Alarms">By tool, the full names of the rows that it called slower.</param>
/// <param name="Ratio">New over old of the planted benchmark, as estimated.</param>
/// <param name="Time">When it ended.</param>
public sealed record Trial(TrialKind Kind, int Planted, double Seconds, IReadOnlyDictionary<string, IReadOnlyList<string>> Alarms,
    double Ratio, DateTimeOffset Time)
{
    /// <summary>What was planted: see <see cref="PlantedCopy"/>.</summary>
    public string Work { get; init; } = PlantedCopy.Spin;

    /// <summary>The tools that left a row inconclusive; those of today always decide.</summary>
    public IReadOnlyList<string> Undecided { get; init; } = [];
}
