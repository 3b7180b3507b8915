using System.Globalization;
using Bench.Results.Profiles;
using Bench.Results.Show.Figures;

namespace Bench.Results.Show.Profiles;

/// <summary>A row's time as one bar, a piece a stage, as wide as its share.</summary>
internal static class StageBar
{
    private const double Margin = 8, Height = 40;

    public static Drawing Draw(Profile profile, Sheet sheet)
    {
        var canvas = new SvgCanvas(sheet);
        double left = Margin;
        foreach (var stage in new Breakdown(profile, StageTable.Own).Stages.OrderBy(stage => StageInk.Place(stage.Name)))
        {
            double width = (sheet.Width - 2 * Margin) * stage.Share.Share;
            string nanoseconds = Numbers.Value(stage.Share.Share * profile.Nanoseconds);
            string says = $"{stage.Name}: {nanoseconds} ns per {profile.Operation}, {Percent(stage.Share.Share)}";
            FrameBox.Draw(canvas, left, Margin, width, Height, stage.Name, stage.Name, says);
            left += width;
        }

        return canvas.End(Height + 2 * Margin, $"where the time of {profile.Title} goes, by stages");
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
