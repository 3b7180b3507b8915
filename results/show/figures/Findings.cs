using Bench.Results.Judge;

namespace Bench.Results.Show.Figures;

/// <summary>What the figures say, in sentences.</summary>
internal static class Findings
{
    /// <summary>The two or three numbers a reader came for.</summary>
    public static IEnumerable<string> Headlines(LatencyFigure? calls, PagesFigure? faults)
    {
        var system = calls?.Bars.Where(b => b.Row.Type == "Syscall").ToArray() ?? [];
        var call = system.FirstOrDefault(b => b.Row.Method is "HelloKernel" or "UnassignedNumber") ?? system.FirstOrDefault(b => b.Row.Method == "Getpid");
        if (call is not null && call.Multiple > 1)
            yield return $"A system call ({call.Row.Title}) costs {Numbers.Value(call.Summary.Centre)} {calls!.Unit}, {Numbers.Multiple(call.Multiple)} a plain function call.";
        if (faults is null)
            yield break;
        var demand = faults.Series.Where(s => s.Mechanism == Pair.Reference.Demand).OrderBy(s => s.IsRandom).FirstOrDefault()?.Points[0];
        if (demand is not null)
            yield return $"Writing to a page for the first time costs {Numbers.Value(demand.Summary.Centre)} {faults.Unit}, one page a fault"
                + (faults.Floor is { } floor ? $"; zeroing one that is already there takes {Numbers.Value(floor)}." : ".");
        var preallocated = faults.Series.Where(s => s.Points.Count > 1 && !s.IsRandom).SelectMany(s => s.Points.Select(p => (Series: s, Point: p))).ToArray();
        if (demand is null || preallocated.Length == 0)
            yield break;
        var (series, best) = preallocated.MinBy(p => p.Point.Summary.Centre);
        yield return $"The cheapest page here comes from {series.Mechanism} with {best.Pages} pages a fault: {Numbers.Value(best.Summary.Centre)} {faults.Unit}, {Numbers.Percent(1 - best.Summary.Centre / demand.Summary.Centre)} less; "
            + $"{series.Knee} pages are enough to be within 10 % of it.";
    }

    /// <summary>What the fitted cost model means for one line of figure 2.</summary>
    public static string Sentence(PagesSeries series, CostModel model, string unit)
    {
        if (!model.Fits)
            return $"{series.Name}: a cost per fault and a cost per page do not explain these times (points are {Numbers.Percent(model.Misfit)} off the curve).";
        if (model.PerFault <= model.PerFaultMargin)
            return $"{series.Name}: no cost per fault can be told from zero; a page costs {Numbers.Value(model.PerPage)} {unit} however many come at once.";
        var start = $"{series.Name}: a fault costs {Numbers.Value(model.PerFault)} {unit} whatever it brings, and each page {Numbers.Value(Math.Max(0, model.PerPage))}";
        return model.PerPage <= model.PerPageMargin
            ? start + ": here the cost is nearly all in the fault."
            : start + $": a fault is worth {model.PerFault / model.PerPage:0.0} pages, so {Math.Ceiling(10 * model.PerFault / model.PerPage):0} pages a fault make its share a tenth.";
    }
}
