using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Judge.Tries;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;
using Bench.Results.Tries;

namespace Bench.Results.Show.Tries;

/// <summary>
/// Time against memory: a point a setting. What was judged is full and has 95 % intervals; what was only looked at is hollow and goes from
/// its least to its most.
/// </summary>
internal sealed class TimeMemorySvg
{
    private const double Second = 1e9, MiB = 1 << 20, Room = 1.08;
    private const string Words = "Time against memory, a point a setting";

    private readonly TriedSetting[] shown;
    private readonly JudgedTime time;
    private readonly TriedSetting[] all;
    private readonly SvgCanvas canvas;
    private readonly PlotFrame frame;
    private readonly Axis x, y;

    private TimeMemorySvg(Recommendation recommendation, Sheet sheet)
    {
        time = recommendation.Time;
        all = [.. recommendation.Attempt.Settings];
        shown = Shown(recommendation);
        canvas = new SvgCanvas(sheet);
        frame = new PlotFrame(sheet, sheet.IsNarrow ? 320 : 380);
        Summary[] times = [.. shown.Select(Time)], memory = [.. shown.Select(Memory)];
        y = Axis.Values(memory.Min(of => of.Centre), Room * memory.Max(of => of.Upper), frame.Bottom, frame.Top, PlotFrame.LabelHeight);
        double left = 14 + y.Ticks.Max(tick => TextWidth.Of(Axis.Label(tick), sheet.Soft));
        x = Axis.Values(times.Min(of => of.Centre), Room * times.Max(of => of.Upper), left, sheet.Width - 28, PlotFrame.LabelWidth);
    }

    /// <summary>Whether there is anything to draw: memory of a short command may not have been seen.</summary>
    public static bool HasPoints(Recommendation recommendation) => Shown(recommendation).Length > 0;

    public static Drawing Draw(Recommendation recommendation, Sheet sheet) => new TimeMemorySvg(recommendation, sheet).Draw();

    /// <summary>A colour a setting.</summary>
    public static Legend Legend(Recommendation recommendation) => new(
    [
        .. Shown(recommendation).Select(setting => LegendEntry.Line(
            setting.Title, Ink.Of(recommendation.Attempt.Settings.ToList().IndexOf(setting)), setting.Judged.Count == 0)),
    ]);

    private static TriedSetting[] Shown(Recommendation recommendation) =>
        [.. recommendation.Attempt.Settings.Where(setting => setting.MemoryBytes is not null)];

    private Drawing Draw()
    {
        frame.Draw(canvas, x, y, Axis.Label, $"{time.Words}, s", "memory, MiB");
        foreach (var setting in shown)
            Point(setting, Time(setting), Memory(setting));
        return canvas.End(frame.Height, Words);
    }

    private void Point(TriedSetting setting, Summary seconds, Summary memory)
    {
        string colour = Ink.Of(Array.IndexOf(all, setting));
        var (at, height) = (x.At(seconds.Centre), y.At(memory.Centre));
        string across = Line(x.At(seconds.Lower), height, x.At(seconds.Upper), height, colour);
        string up = Line(at, y.At(memory.Lower), at, y.At(memory.Upper), colour);
        string says = $"{setting.Title}: {Numbers.Value(seconds.Centre)} s ({Numbers.Range(seconds.Lower, seconds.Upper)}), "
            + $"{Numbers.Value(memory.Centre)} MiB ({Numbers.Range(memory.Lower, memory.Upper)})";
        canvas.Point(setting.Title, seconds, says, across + up + CurveMarks.Point(at, height, colour, setting.Judged.Count == 0),
            $" data-memory=\"{Markup.Exact(memory.Centre)}\"");
    }

    private static string Line(double x1, double y1, double x2, double y2, string colour) =>
        $"<line class=\"interval\" stroke=\"{colour}\" x1=\"{Markup.Pixel(x1)}\" y1=\"{Markup.Pixel(y1)}\" "
        + $"x2=\"{Markup.Pixel(x2)}\" y2=\"{Markup.Pixel(y2)}\"/>";

    private Summary Time(TriedSetting setting) => Of(setting, launch => time.Of(launch) / Second);

    private static Summary Memory(TriedSetting setting) => Of(setting, launch => launch.MemoryBytes!.Value / MiB);

    private static Summary Of(TriedSetting setting, Func<TriedLaunch, double> of)
    {
        double[] values = [.. setting.Shown.Select(of)];
        var summary = Summary.Of(new BenchmarkRow
        {
            FullName = setting.Id,
            Type = "try",
            Method = setting.Id,
            Title = setting.Title,
            Launches = [.. values.Select(value => new Launch { Iterations = 1, Values = [value] }.With(Launch.Wall, value))],
        });
        // The interval of two launches would be wider than the figure.
        return setting.Judged.Count > 0 ? summary : summary with { Lower = values.Min(), Upper = values.Max() };
    }
}
