using Bench.Results.Judge.Tries;

namespace Bench.Trying;

/// <summary>
/// How many rounds a trial takes: more of a command that is soon over, since two launches of a few milliseconds say little.
/// </summary>
/// <param name="Look">Rounds over all settings; none where all go on anyway.</param>
/// <param name="Judged">Rounds of the best and today's.</param>
internal sealed record RoundCounts(int Look, int Judged)
{
    /// <summary>Fewest rounds over all settings, and most.</summary>
    public const int FewestLooks = 2, MostLooks = 10;

    /// <summary>Fewest rounds of the best, and most, where the user asked for no number.</summary>
    public const int FewestJudged = 8, MostJudged = 25;

    private static readonly TimeSpan lookFor = TimeSpan.FromSeconds(1), judgeFor = TimeSpan.FromSeconds(2);

    /// <summary>Those of a command whose launch takes so long.</summary>
    /// <param name="settings">How many settings, today's among them.</param>
    /// <param name="asked">Rounds of the best that the user asked for; null for as many as suit the command.</param>
    /// <param name="launch">How long a launch takes.</param>
    public static RoundCounts Of(int settings, int? asked, TimeSpan launch) => new(
        settings - 1 > Finalists.Count ? Fitting(lookFor, launch, FewestLooks, MostLooks) : 0,
        asked ?? Fitting(judgeFor, launch, FewestJudged, MostJudged));

    /// <summary>Launches of that many settings, without the warm-up.</summary>
    public int Launches(int settings) => Look * settings + Judged * Math.Min(settings, 1 + Finalists.Count);

    private static int Fitting(TimeSpan time, TimeSpan launch, int fewest, int most) =>
        launch <= time / most ? most : Math.Max(fewest, (int)(time / launch));
}
