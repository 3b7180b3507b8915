namespace Bench.Results.Metrics;

/// <summary>What a metric is called where people read.</summary>
/// <param name="Help">What it is, for <c>--clock</c>'s help; begins with its id.</param>
/// <param name="When">When it judges by itself, after "or auto: the first of".</param>
/// <param name="Lacks">"has no …", of a row without it.</param>
/// <param name="Short">Heading of its column in <c>repeatability</c>.</param>
/// <param name="By">"3 of 5 rows …", there.</param>
public sealed record MetricWords(string Help, string When, string Lacks, string Short, string By)
{
    /// <summary>Heading of its column in a run's tables, {0} being the run's unit; null where it has none.</summary>
    public string? Heading { get; init; }

    /// <summary>What the cells of that column mean.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>Whether that column is left to the page and CSV: a terminal is narrow.</summary>
    public bool IsDetail { get; init; }

    /// <summary>
    /// What a comparison says of times that it shows, of how many rows and of how many in all; null where nothing is to be said.
    /// </summary>
    public Func<int, int, string>? OfTimes { get; init; }

    /// <summary>The same of ratios.</summary>
    public Func<int, int, string>? OfRatios { get; init; }
}
