using Bench.Results.Data;
using Bench.Results.Judge.Advice;
using Bench.Results.Metrics;
using Bench.Results.Pair;

namespace Bench.Results.Show.Figures;

/// <summary>A figure that can be drawn on any sheet.</summary>
/// <param name="Number">The figure's number.</param>
/// <param name="File">Name of its file, without extension.</param>
/// <param name="Heading">What it shows, as a heading that goes on after "Figure 1:".</param>
/// <param name="Caption">How to read it, in sentences.</param>
/// <param name="Legend">What its lines are.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record Figure(int Number, string File, string Heading, string Caption, Legend Legend, Func<Sheet, Drawing> Draw)
{
    /// <summary>All that a run has, by number.</summary>
    public static IEnumerable<Figure> AllOf(Run run)
    {
        if (LatencyFigure.Of(run) is { } calls)
            yield return Of(calls);
        foreach (var curves in new[] { PagesFigure.Of(run), BatchFigure.Of(run) }.OfType<CurveFigure>())
            yield return Of(curves);
        if (BreakEvenFigure.Of(Adviser.Answer([MetricSet.Of(run).SeeEachByItsOwn(run)], Question.Usual), run) is { } turns)
            yield return Of(turns);
        if (TouchPartsFigure.Of(run) is { } parts)
            yield return Of(parts);
    }

    public static Figure Of(LatencyFigure figure) => new(1, "figure1-calls", "what a call costs",
        FigureSentences.Caption(figure), new Legend([]), sheet => LatencySvg.Draw(figure, sheet));

    public static Figure Of(CurveFigure figure) => new(figure.Words.Number, figure.Words.File, figure.Words.Heading,
        FigureSentences.Caption(figure), CurveSvg.Legend(figure), sheet => CurveSvg.Draw(figure, sheet));

    public static Figure Of(BreakEvenFigure figure) => new(4, "figure4-break-even", "how much must be touched for preallocation to pay",
        FigureSentences.Caption(figure), BreakEvenSvg.Legend(figure), sheet => BreakEvenSvg.Draw(figure, sheet));

    public static Figure Of(TouchPartsFigure figure) => new(5, "figure5-first-touch", "where a first touch goes",
        figure.Caption, TouchPartsSvg.Legend(figure), sheet => TouchPartsSvg.Draw(figure, sheet));
}
