namespace Bench.Trying;

/// <summary>How a command is tried.</summary>
internal sealed record TryOptions
{
    /// <summary>Rounds of the best settings and today's; null: as many as suit the command.</summary>
    public int? Rounds { get; init; }

    /// <summary>A shell's line to run before each launch; null for none.</summary>
    public string? Prepare { get; init; }

    /// <summary>How long a launch may take; null: as long as it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The file that the command reads; null for none.</summary>
    public string? Input { get; init; }

    /// <summary>Whether its output must be the same each time.</summary>
    public bool SameOutput { get; init; }

    /// <summary>Whether its output is shown.</summary>
    public bool ShowOutput { get; init; }

    /// <summary>Most memory of a recommended setting as a multiple of today's; null: as much as it takes.</summary>
    public double? MemoryLimit { get; init; }

    /// <summary>The time by which settings are judged.</summary>
    public required string Clock { get; init; }

    /// <summary>Names of the settings to try; empty for all.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
