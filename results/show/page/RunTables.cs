using System.Globalization;
using System.Text;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Page;

/// <summary>Everything a run measured, in tables.</summary>
internal static class RunTables
{
    public static void Append(StringBuilder body, Run run)
    {
        body.Append("<h2>All results</h2>\n");
        foreach (var rows in run.Rows.GroupBy(r => r.Type))
            AppendClass(body, run, rows.Key, [.. rows]);
        AppendRemarks(body, run);
        if (run.LeftOut.Count > 0)
            Markup.AppendList(body, "Not measured", run.LeftOut.Select(l => $"{l.Benchmark}: {l.Reason}"));
        AppendEnvironment(body, run);
    }

    private static void AppendClass(StringBuilder body, Run run, string type, IReadOnlyList<BenchmarkRow> rows)
    {
        body.Append($"<h3>{Markup.Text(type)}</h3>\n");
        string[] names = [.. rows[0].Parameters.Select(p => p.Key)];
        var methods = rows.Any(r => r.Title != rows[0].Title) || names.Length == 0;
        var cpu = rows.Any(ClockChoice.HasCpuTime);
        var calls = rows.Any(ClockChoice.HasCalls);
        var quiet = rows.Any(QuietLaunches.Any);
        // Where instructions are counted the next launch shows what this one did.
        var launchesDiffer = run.Unit != Units.Instructions;
        var counted = rows.Any(r => r.Measured is not null && r.Expected is not null);
        var table = new HtmlTable(body, [.. methods ? ["Benchmark"] : Array.Empty<string>(), .. names, $"Centre {run.Unit}", "95 % interval", "Launches", .. cpu ? [$"CPU {run.Unit}"] : Array.Empty<string>(), .. calls ? ["CPU in calls"] : Array.Empty<string>(), .. quiet ? [$"Quiet {run.Unit}"] : Array.Empty<string>(), "x reference", .. counted ? ["Faults counted", "promised"] : Array.Empty<string>(), "Marks"]);
        foreach (var row in rows)
        {
            var summary = Summary.Of(row);
            List<Cell> cells = [];
            if (methods)
                cells.Add(new Cell(row.Title));
            cells.AddRange(names.Select(n => double.TryParse(row.Parameter(n), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new Cell(row.Parameter(n)!, number) : new Cell(row.Parameter(n) ?? "")));
            cells.Add(new Cell(Numbers.Value(summary.Centre), summary.Centre));
            cells.Add(new Cell(Numbers.Range(summary.Lower, summary.Upper) + (launchesDiffer && summary.WithinOneLaunch ? " *" : ""), summary.Lower));
            cells.Add(new Cell($"{summary.Launches}", summary.Launches));
            if (cpu)
                cells.Add(Optional(ClockChoice.HasCpuTime(row) ? Summary.CentreOf(row.By(Clock.Cpu)) : null));
            if (calls)
                cells.Add(Optional(ClockChoice.HasCalls(row) ? Summary.CentreOf(row.By(Clock.Calls)) : null));
            if (quiet)
                cells.Add(Optional(QuietLaunches.Of(row.Launches) is { } launches ? QuietLaunches.Centre(launches) : null));
            cells.Add(Reference.For(row, run.Rows) is { } reference ? new Cell(Numbers.Multiple(summary.Centre / Summary.CentreOf(reference)), summary.Centre / Summary.CentreOf(reference)) : new Cell(""));
            if (counted)
                cells.AddRange([Optional(row.Measured), Optional(row.Expected)]);
            cells.Add(new Cell(string.Join(", ", row.Marks.Select(m => m.Id))));
            table.Row(row.Marks.Count > 0 ? "bad" : null, [.. cells]);
        }

        table.End();
        if (launchesDiffer && rows.Any(r => r.Launches.Count == 1))
            body.Append("<p class=\"small\">* one launch: the interval speaks of its iterations, not of what the next launch would show.</p>\n");
        if (calls)
            body.Append($"<p class=\"small\">CPU in calls: thread CPU time in plain function calls measured beside each iteration, which a change of the machine's speed leaves alone{(rows.Any(r => r.CountsClears) ? $"; a page that the kernel cleared counts as {BenchmarkRow.CallsPerClearedPage:0} calls, whatever clearing took" : "")}.</p>\n");
        if (quiet)
            body.Append("<p class=\"small\">Quiet: thread CPU time of the quickest slice of each launch, their lower quartile, without launches that had a neighbour on the core throughout. What the operation costs, not what a busy machine makes of it.</p>\n");
    }

    private static void AppendRemarks(StringBuilder body, Run run)
    {
        string[] remarks =
        [
            .. run.Rows.SelectMany(r => r.Marks.Select(m => $"{r.FullName}: {m.Text} ({m.Id})")),
            .. run.Rows.Select(r => Modes.Describe(r) is { } modes ? $"{r.FullName} {modes}" : "").Where(r => r.Length > 0),
        ];
        if (remarks.Length > 0)
            Markup.AppendList(body, "Rows to read with care", [.. remarks, .. Meanings(run)]);
    }

    private static IEnumerable<string> Meanings(Run run) => run.Rows
        .SelectMany(row => row.Marks)
        .Where(mark => mark.Meaning is not null)
        .DistinctBy(mark => mark.Id)
        .Select(mark => $"What \u201C{mark.Id}\u201D means: {mark.Meaning}.");

    private static void AppendEnvironment(StringBuilder body, Run run)
    {
        body.Append("<h2>Environment</h2>\n");
        var table = new HtmlTable(body, ["What", "Value", "Must agree to compare"]);
        foreach (var fact in run.Environment)
            table.Row(null, new Cell(fact.Label), new Cell(fact.Value), new Cell(fact.Matters ? "yes" : ""));
        table.End();
    }

    private static Cell Optional(double? value) => value is { } number ? new Cell(Numbers.Value(number), number) : new Cell("");
}
