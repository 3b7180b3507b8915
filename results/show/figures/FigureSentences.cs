using Bench.Results.Judge;

namespace Bench.Results.Show.Figures;

/// <summary>What the figures say, in sentences.</summary>
internal static class FigureSentences
{
    /// <summary>How to read figure 1.</summary>
    public static string Caption(LatencyFigure figure) =>
        $"Centre of the launches' medians in {figure.Unit}, and as a multiple of the plain function call of the same class and run. "
        + $"{(figure.Drawn.Any(b => HasInterval(b.Summary)) ? "The line is the 95 % interval. " : "")}The scale is logarithmic."
        + Left(figure.Bars.Count - figure.Drawn.Count, "calls");

    /// <summary>How to read a figure of curves.</summary>
    public static string Caption(CurveFigure figure) =>
        $"{figure.Unit} per {figure.Words.Part} against {figure.Words.Across}. "
        + (figure.Drawn.Any(s => s.Drawn.Any(p => HasInterval(p.Summary))) ? "Vertical lines are 95 % intervals. " : "")
        + $"A ring marks the knee, the smallest size within 10 % of the best. {figure.Words.Styles}"
        + Left(figure.Series.Sum(s => s.Points.Count) - figure.Drawn.Sum(s => s.Drawn.Count), "points");

    /// <summary>How to read figure 4.</summary>
    public static string Caption(BreakEvenFigure figure) =>
        $"Memory touched {figure.Order.Words}. Above its line a mechanism is faster than one page a fault, below it slower. "
        + "Vertical lines are 95 % intervals."
        + Listed(" Faster at any density: ", figure.Always) + Listed(" Slower at any density: ", figure.Never);

    // A baseline has one number a launch: one launch says nothing of what the next would.
    private static bool HasInterval(Summary summary) => summary.Lower < summary.Upper;

    private static string Listed(string what, IReadOnlyList<string> names) =>
        names.Count > 0 ? $"{what}{string.Join(", ", names)}." : "";

    private static string Left(int more, string what) =>
        more > 0 ? $" More than a figure can hold were measured: {more} other {what} are in the tables only." : "";

    /// <summary>The two or three numbers a reader came for.</summary>
    public static IEnumerable<string> Headlines(LatencyFigure? calls, CurveFigure? faults, CurveFigure? batches)
    {
        var system = calls?.Bars.Where(b => b.Row.Type == "Syscall").ToArray() ?? [];
        var call = system.FirstOrDefault(b => b.Row.Method is "HelloKernel" or "UnassignedNumber")
            ?? system.FirstOrDefault(b => b.Row.Method == "Getpid");
        if (call is not null && call.Multiple > 1)
            yield return $"A system call ({call.Row.Title}) costs {Numbers.Value(call.Summary.Centre)} {calls!.Unit}, "
                + $"{Numbers.Multiple(call.Multiple)} a plain function call.";
        foreach (string? line in OfFaults(faults).Concat(OfBatches(batches)))
            yield return line;
    }

    private static IEnumerable<string> OfFaults(CurveFigure? faults)
    {
        if (faults is null)
            yield break;
        var demand = faults.Series.Where(s => s.Group == Pair.Reference.Demand).OrderBy(s => s.IsDashed).FirstOrDefault()?.Points[0];
        if (demand is not null)
            yield return $"Writing to a page for the first time costs {Numbers.Value(demand.Summary.Centre)} {faults.Unit}, one page a "
                + $"fault"
                + (faults.Floor is { } floor ? $"; zeroing one that is already there takes {Numbers.Value(floor.Value)}." : ".");
        var preallocated = faults.Series.Where(s => !s.IsDashed && s.Points.Any(p => p.Size > 1))
            .SelectMany(s => s.Points.Select(p => (Series: s, Point: p))).ToArray();
        if (demand is null || preallocated.Length == 0)
            yield break;
        var (series, best) = preallocated.MinBy(p => p.Point.Summary.Centre);
        yield return $"The cheapest page here comes from {series.Group} with {best.Size} pages a fault: "
            + $"{Numbers.Value(best.Summary.Centre)} {faults.Unit}, {Numbers.Percent(1 - best.Summary.Centre / demand.Summary.Centre)} less"
            + (series.Points.Count > 1 ? $"; {series.Knee} pages are enough to be within 10 % of it." : ".");
    }

    private static IEnumerable<string> OfBatches(CurveFigure? batches)
    {
        foreach (var series in batches?.Series.Where(s => s.Points.Count > 1 && s.Name != s.Group) ?? [])
        {
            if (batches!.Series.FirstOrDefault(s => s.Name == series.Group)?.Points[0].Summary.Centre is not { } call)
                continue;
            var best = series.Points.MinBy(p => p.Summary.Centre)!;
            yield return $"{char.ToUpperInvariant(series.Name[0])}{series.Name[1..]} costs {Numbers.Value(best.Summary.Centre)} "
                + $"{batches.Unit} with {best.Size} a call; a call for each costs {Numbers.Value(call)}.";
        }
    }

    /// <summary>What the fitted cost model means for one line of a figure.</summary>
    public static string Sentence(CurveSeries series, CostModel model, CurveFigure figure)
    {
        var (unit, entry, part) = (figure.Unit, figure.Words.Entry, figure.Words.Part);
        if (!model.Fits)
            return $"{series.Name}: a cost per {entry} and a cost per {part} do not explain these points (points are "
                + $"{Numbers.Percent(model.Misfit)} off the curve).";
        if (model.PerFault <= model.PerFaultMargin)
            return $"{series.Name}: no cost per {entry} can be told from zero; one {part} costs {Numbers.Value(model.PerPage)} {unit} "
                + $"however many come at once.";
        string start =
            $"{series.Name}: a {entry} costs {Numbers.Value(model.PerFault)} {unit} whatever it brings, and each {part} "
            + $"{Numbers.Value(Math.Max(0, model.PerPage))}";
        return model.PerPage <= model.PerPageMargin
            ? start + $": here the cost is nearly all in the {entry}."
            : start
                + $": a {entry} is worth {model.PerFault / model.PerPage:0.0} {part}s, so "
                + $"{Math.Ceiling(10 * model.PerFault / model.PerPage):0} {part}s a {entry} make its share a tenth.";
    }
}
