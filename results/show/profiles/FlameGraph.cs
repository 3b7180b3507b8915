using Bench.Results.Profiles;
using Bench.Results.Show.Figures;

namespace Bench.Results.Show.Profiles;

/// <summary>
/// A row's stacks as a flame graph (Gregg, 2016) that hangs down: the row on top, what was called below it, as wide as it was often seen.
/// A frame's colour is that of its stage.
/// </summary>
internal sealed class FlameGraph
{
    private const double Margin = 8, Row = 18;

    // Of a pixel nobody sees more.
    private const double Narrowest = 0.5;

    private readonly Profile profile;
    private readonly SvgCanvas canvas;
    private int deepest;

    private FlameGraph(Profile profile, Sheet sheet) => (this.profile, canvas) = (profile, new SvgCanvas(sheet));

    public static Drawing Draw(Profile profile, Sheet sheet) => new FlameGraph(profile, sheet).Draw();

    private Drawing Draw()
    {
        Frame(profile.Title, "", profile.Samples, Margin, 0);
        Below([], profile.Stacks, Margin, 1);
        return canvas.End(2 * Margin + Row * (deepest + 1), $"flame graph of {profile.Title}");
    }

    private void Below(string[] path, IEnumerable<SampledStack> stacks, double left, int depth)
    {
        foreach (var group in stacks.Where(stack => stack.Functions.Count > path.Length).GroupBy(stack => stack.Functions[path.Length]))
        {
            string[] here = [.. path, group.Key];
            long samples = group.Sum(stack => stack.Samples);
            if (Width(samples) >= Narrowest)
            {
                Frame(group.Key, StageTable.Own.Of(here).Stage, samples, left, depth);
                Below(here, group, left, depth + 1);
            }

            left += Width(samples);
        }
    }

    private void Frame(string name, string stage, long samples, double left, int depth)
    {
        deepest = Math.Max(deepest, depth);
        string says =
            $"{name}: {StageBar.Percent((double)samples / profile.Samples)}, {samples} samples{(stage == "" ? "" : $", {stage}")}";
        FrameBox.Draw(canvas, left, Margin + Row * depth, Width(samples), Row, name, stage, says);
    }

    private double Width(long samples) => (canvas.Sheet.Width - 2 * Margin) * samples / profile.Samples;
}
