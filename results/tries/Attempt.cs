using Bench.Results.Data;

namespace Bench.Results.Tries;

/// <summary>A command tried under page settings, as far as that got.</summary>
public sealed record Attempt
{
    /// <summary>The command and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Whom it ran as.</summary>
    public required string User { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>Facts about the machine.</summary>
    public required IReadOnlyList<EnvironmentFact> Environment { get; init; }

    /// <summary>What its memory is: heading of the column.</summary>
    public required string Memory { get; init; }

    /// <summary>The time by which it is judged, as asked.</summary>
    public required string Clock { get; init; }

    /// <summary>The most memory that a recommendation may cost, as a multiple of today's; null where nothing is asked.</summary>
    public double? MemoryLimit { get; init; }

    /// <summary>Settings, today's first.</summary>
    public required IReadOnlyList<TriedSetting> Settings { get; init; }

    /// <summary>Settings that weren't tried, with the reason.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>The status that every launch exited with; null where none was made.</summary>
    public int? ExitStatus { get; init; }

    /// <summary>What a reader should know, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it stopped before its last round; null where it didn't.</summary>
    public string? Stopped { get; init; }

    /// <summary>Whether that was the user's doing.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>As the system stands.</summary>
    public TriedSetting Today => Settings[0];
}
