using System.Globalization;
using System.Text;
using Bench.Results.Judge;

namespace Bench.Results.Show;

/// <summary>How well runs repeat, as markdown: by wall time, CPU time, CPU time in function calls, and CPU time of quiet slices.</summary>
public static class RepeatabilityTable
{
    /// <summary>The table, and how many rows stay within <paramref name="bar"/> by each of the four and by the one that suits each.</summary>
    public static string Write(IReadOnlyList<Repeatability> rows, int runs, double bar)
    {
        var text = new StringBuilder($"Coefficient of variation of the reported centre over {runs} runs.\n\n| Benchmark | wall | CPU | relative | quiet |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var row in rows)
            text.Append($"| {Markdown.Text($"{row.Row.Type}: {row.Row.ShortName}")} | {Cell(row.Wall, bar)} | {Cell(row.Cpu, bar)} | {Cell(row.Relative, bar)} | {Cell(row.Quiet, bar)} |\n");
        return text.Append(CultureInfo.InvariantCulture,
            $"\nWithin {bar * 100:0.#} %: {Within(rows, row => row.Wall, bar)} by wall time, {Within(rows, row => row.Cpu, bar)} by CPU time, {Within(rows, row => row.Relative, bar)} relative to function calls measured beside each iteration (to the run's reference row where they were not), {Within(rows, row => row.Quiet, bar)} by CPU time of the slices that no neighbour on the core slowed; {Within(rows, row => row.Best, bar)} by the last of these that a row has.\n").ToString();
    }

    private static string Within(IReadOnlyList<Repeatability> rows, Func<Repeatability, double?> variation, double bar) =>
        $"{rows.Count(row => variation(row) <= bar)} of {rows.Count(row => variation(row) is not null)} rows";

    private static string Cell(double? variation, double bar) => variation is not { } value ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{(value <= bar ? "" : "**")}{value * 100:0.0} %{(value <= bar ? "" : "**")}");
}
