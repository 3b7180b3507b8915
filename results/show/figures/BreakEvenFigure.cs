using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Judge.Advice;
using Bench.Results.Judge.Advice.Orders;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 4: from which density on preallocation pays, against pages at once. What is drawn, not how.</summary>
/// <param name="Order">The order it holds for.</param>
/// <param name="Mechanisms">All mechanisms of the run, so that each has one colour in all figures.</param>
/// <param name="Series">One per mechanism.</param>
/// <param name="Never">Mechanisms and sizes that never pay.</param>
/// <param name="Always">Those that pay at any density.</param>
public sealed record BreakEvenFigure(TouchOrder Order, IReadOnlyList<string> Mechanisms, IReadOnlyList<BreakEvenSeries> Series,
    IReadOnlyList<string> Never, IReadOnlyList<string> Always)
{
    // Beyond a page table's size the axis would be empty but for whole regions.
    private const int MostPages = 512;

    /// <summary>The figure of an advice, or null where no density divides gain from loss.</summary>
    public static BreakEvenFigure? Of(Answer advice, Run run)
    {
        var known = advice.Predictions.Where(p => p.BreakEven is not null).ToArray();
        BreakEvenSeries[] series = [.. known.Where(p => p.Offer.Pages <= MostPages && p.BreakEven is { Density: > 0 and <= 1 })
            .GroupBy(p => p.Offer.Mechanism)
            .Select(
                g => new BreakEvenSeries(g.Key,
                    [.. g.OrderBy(p => p.Offer.Pages).Select(p => new BreakEvenPoint(p.Offer.Name, p.Offer.Pages, Shown(p.BreakEven!)))]))];
        return series.Length == 0 ? null : new BreakEvenFigure(
            advice.Question.Order,
            [.. run.Rows.OrderBy(r => r.Type != "PageFault").Select(r => r.Parameter("Mechanism")).OfType<string>()
                .Where(m => m != Pair.Reference.ZeroingFloor).Distinct()],
            series,
            [.. known.Where(p => p.BreakEven!.Density > 1).Select(p => p.Offer.Name)],
            [.. known.Where(p => p.BreakEven!.Density == 0).Select(p => p.Offer.Name)]);
    }

    // Beyond the ends of the axis nothing can be drawn.
    private static Summary Shown(BreakEven at) => new(at.Density, Math.Max(at.Lower, at.Density / 100), Math.Min(at.Upper, 1), 1);
}

/// <summary>One line of the figure.</summary>
/// <param name="Mechanism">How pages are had.</param>
/// <param name="Points">By pages.</param>
public sealed record BreakEvenSeries(string Mechanism, IReadOnlyList<BreakEvenPoint> Points);

/// <summary>One size.</summary>
/// <param name="Name">Mechanism and size.</param>
/// <param name="Pages">Pages at once.</param>
/// <param name="Density">The density from which on it pays, with its interval.</param>
public sealed record BreakEvenPoint(string Name, int Pages, Summary Density);
