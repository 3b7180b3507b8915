using System.Globalization;
using System.Text;
using Bench.Results.Profiles;

namespace Bench.Results.Show.Profiles;

/// <summary>Where a row's time goes, in markdown that a terminal shows as well.</summary>
public static class ProfileText
{
    private const int MostFunctions = 12;
    private const double Disturbing = 0.05;

    /// <summary>One row.</summary>
    public static string Of(Profile profile)
    {
        var parts = new Breakdown(profile, StageTable.Own);
        var text = new StringBuilder($"## {Markdown.Text(profile.Title)}\n\n");
        foreach (string line in Head(profile))
            text.Append($"{line}\n");
        text.Append('\n').Append(PaddedTable.Write(["Stage", "Share", "95 %", $"ns/{profile.Operation}"], 1,
            parts.Stages.Select(stage => (string[])[Markdown.Text(stage.Name), .. Texts(stage, profile)])));
        text.Append('\n').Append(PaddedTable.Write(["Function", "Stage", "Share", "95 %", $"ns/{profile.Operation}"], 2,
            parts.Functions.Take(MostFunctions)
                .Select(function => (string[])[Code(function.Name), Markdown.Text(function.Stage), .. Texts(function, profile)])));
        if (parts.NotPlaced.Count > 0)
            text.Append($"\nNot placed: {NotPlaced(parts.NotPlaced)}\n");
        return text.Append('\n').ToString();
    }

    /// <summary>How to read the rows of a run.</summary>
    public static string Notes(IReadOnlyList<Profile> profiles) => string.Concat(NoteLines(profiles).Select(line => $"- {line}\n"));

    /// <summary>The same, a line each.</summary>
    internal static string[] NoteLines(IReadOnlyList<Profile> profiles) =>
    [
        "A share is of samples, with its binomial 95 % interval; ns are that share of the row's CPU time while nothing was sampled.",
        $"{StageTable.User}: the thread ran its own instructions, or its hypervisor did something for it.",
        .. profiles.Any(profile => profile.IsTimer) ? Shift : [],
    ];

    /// <summary>What is said of a profile before its tables, and of what is wrong with it.</summary>
    internal static IEnumerable<string> Head(Profile profile)
    {
        yield return $"{Numbers.Value(profile.Nanoseconds)} ns per {profile.Operation}; "
            + $"{Count(profile.Samples)} samples of {profile.Event} at {Count(profile.Hertz)} a second of running, "
            + $"{(profile.Lost == 0 ? "none" : Count(profile.Lost))} lost; "
            + $"sampled iterations took {Numbers.Change(profile.Slowdown)} (median of {profile.Turns} turns).";
        if (profile.Slowdown > Disturbing)
            yield return $"WARNING: sampling slowed it by more than {Numbers.Percent(Disturbing)}: a smaller --rate disturbs it less.";
        if (profile.Lost > 0)
            yield return "WARNING: samples were lost: a smaller --region or a larger sysctl kernel.perf_event_mlock_kb keeps them.";
        if (profile.Throttled > 0)
            yield return $"WARNING: the kernel stopped sampling {Count(profile.Throttled)} times, for it took too long "
                + "(sysctl kernel.perf_event_max_sample_rate).";
    }

    private static string[] Shift =>
    [
        "cpu-clock is a timer and can't fire while interrupts are off: that time lands on what turns them on.",
        "So under exc_page_fault what turns them on stands for the entry, and the user's store for the exit and the hypervisor.",
    ];

    private static string NotPlaced(IReadOnlyList<Part> parts) =>
        string.Join(", ", parts.Take(MostFunctions).Select(part => $"{Code(part.Name)} {Share(part.Share.Share)}"))
            + (parts.Count > MostFunctions ? $" and {parts.Count - MostFunctions} more" : "");

    private static string Code(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ' ') ? $"`{name}`" : Markdown.Text(name);

    /// <summary>A part's share, its interval and its time.</summary>
    internal static Cell[] Cells(Part part, Profile profile) =>
    [
        new(Share(part.Share.Share), part.Share.Share),
        new(Bounds(part), part.Share.Lower),
        Cell.Value(part.Share.Share * profile.Nanoseconds),
    ];

    private static string[] Texts(Part part, Profile profile) => [.. Cells(part, profile).Select(cell => cell.Text)];

    private static string Bounds(Part part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.Share.Lower * 100:0.0}..{part.Share.Upper * 100:0.0} %");

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
