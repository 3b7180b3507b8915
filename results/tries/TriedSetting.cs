using Bench.Results.Statistics;

namespace Bench.Results.Tries;

/// <summary>Whom a page setting touches.</summary>
public enum Reach
{
    /// <summary>The command alone.</summary>
    ThisCommand,

    /// <summary>Every program on the machine.</summary>
    WholeSystem,
}

/// <summary>A page setting and what the command took under it.</summary>
/// <param name="Id">Its name on the command line and in files.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Reach">Whom it touches.</param>
/// <param name="HowTo">What to type to have it.</param>
/// <param name="Looked">Launches of the rounds over all settings, from which the best are chosen.</param>
/// <param name="Judged">Launches made after that choice; none where it was not chosen.</param>
public sealed record TriedSetting(
    string Id, string Title, Reach Reach, IReadOnlyList<string> HowTo, IReadOnlyList<TriedLaunch> Looked, IReadOnlyList<TriedLaunch> Judged)
{
    /// <summary>What is shown of it: launches that were judged, or else looked at.</summary>
    public IReadOnlyList<TriedLaunch> Shown => Judged.Count > 0 ? Judged : Looked;

    /// <summary>The median of the most memory of the launches shown, in bytes; null where one was too short to be seen.</summary>
    public double? MemoryBytes => Shown.Count > 0 && Shown.All(launch => launch.MemoryBytes is not null)
        ? Quantiles.Median(Shown.Select(launch => (double)launch.MemoryBytes!.Value))
        : null;
}
