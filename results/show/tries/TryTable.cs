using System.Globalization;
using Bench.Results.Judge.Tries;
using Bench.Results.Statistics;
using Bench.Results.Tries;

namespace Bench.Results.Show.Tries;

/// <summary>The settings as a table, for every output.</summary>
internal sealed class TryTable
{
    private const double Second = 1e9, Millisecond = 1e6, MiB = 1 << 20;

    private readonly Recommendation recommendation;
    private readonly double unit;

    public TryTable(Recommendation recommendation)
    {
        this.recommendation = recommendation;
        unit = Median(recommendation.Attempt.Today, launch => launch.WallNanoseconds) is >= Second ? Second : Millisecond;
    }

    /// <summary>Nanoseconds in what times are shown in.</summary>
    public double NanosecondsOfUnit => unit;

    /// <summary>What times are shown in.</summary>
    public string Unit => unit == Second ? "s" : "ms";

    /// <summary>How many of the headings are of words.</summary>
    public const int Words = 1;

    /// <summary>What stands above the columns.</summary>
    public string[] Headings =>
    [
        "Setting", $"wall {Unit}", $"{recommendation.Time.Name} vs today", "95 %",
        $"user {Unit}", $"system {Unit}", "minor faults", "major faults",
        $"memory MiB ({recommendation.Attempt.Memory})", "memory vs today", "launches",
    ];

    /// <summary>A row for each setting with a launch: today's, those judged, and the others by their time.</summary>
    public IEnumerable<Cell[]> Rows => Ordered().Where(setting => setting.Shown.Count > 0).Select(Row);

    private IEnumerable<TriedSetting> Ordered()
    {
        var today = recommendation.Attempt.Today;
        var judged = recommendation.Verdicts.Select(verdict => verdict.Setting).ToArray();
        var others = recommendation.Attempt.Settings.Skip(1).Except(judged);
        return [today, .. judged, .. others.OrderBy(setting => Median(setting, recommendation.Time.Of))];
    }

    private Cell[] Row(TriedSetting setting) =>
    [
        new(setting.Title),
        Time(setting, launch => launch.WallNanoseconds),
        .. Against(setting),
        Time(setting, launch => launch.UserNanoseconds),
        Time(setting, launch => launch.SystemNanoseconds),
        Count(setting, launch => launch.MinorFaults),
        Count(setting, launch => launch.MajorFaults),
        setting.MemoryBytes is { } bytes ? Cell.Value(bytes / MiB) : new Cell("not seen"),
        IsToday(setting) || MemoryCost.Of(recommendation.Attempt.Today, setting) is not { } cost
            ? new Cell("") : new Cell(Numbers.Ratio(cost), cost),
        new(setting.Shown.Count.ToString(CultureInfo.InvariantCulture), setting.Shown.Count),
    ];

    // Of few rounds, from which only the best are chosen, there is a ratio and no interval.
    private Cell[] Against(TriedSetting setting)
    {
        if (IsToday(setting))
            return [new(""), new("")];
        if (recommendation.Verdicts.FirstOrDefault(verdict => verdict.Setting == setting) is { } verdict)
            return [Ratio(verdict.Time.Ratio), new(Numbers.Interval(verdict.Time.Lower, verdict.Time.Upper), verdict.Time.Lower)];
        double usual = Quantiles.Median(recommendation.Attempt.Today.Looked.Select(recommendation.Time.Of));
        return [Ratio(Median(setting, recommendation.Time.Of) / usual), new("not judged")];
    }

    private bool IsToday(TriedSetting setting) => setting == recommendation.Attempt.Today;

    private Cell Time(TriedSetting setting, Func<TriedLaunch, double> of) => Cell.Value(Median(setting, of) / unit);

    private static Cell Ratio(double ratio) => new(Numbers.Ratio(ratio), ratio);

    private static Cell Count(TriedSetting setting, Func<TriedLaunch, double> of)
    {
        double median = Median(setting, of);
        return new Cell(median.ToString("#,0", CultureInfo.InvariantCulture), median);
    }

    private static double Median(TriedSetting setting, Func<TriedLaunch, double> of) =>
        setting.Shown.Count == 0 ? double.NaN : Quantiles.Median(setting.Shown.Select(of));
}
