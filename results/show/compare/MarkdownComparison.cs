using System.Text;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>A comparison as markdown fit for a pull request.</summary>
public static class MarkdownComparison
{
    /// <summary>The whole text.</summary>
    public static string Write(Judgement judgement)
    {
        var text = new StringBuilder();
        text.Append($"**{ComparisonText.Headline(judgement)}**\n");
        foreach (string note in judgement.Notes)
            text.Append($"\n> {Markdown.Text(note)}\n");
        if (judgement.Pairing.Differences.Count > 0)
        {
            text.Append("\nThe environments differ:\n\n");
            foreach (var difference in judgement.Pairing.Differences)
                text.Append($"- {Markdown.Text(ComparisonText.Difference(difference))}\n");
        }

        foreach (var (type, mean, rows) in judgement.Classes)
            AppendClass(text, judgement.Pairing.Head.Unit, type, mean, rows);
        foreach (var (heading, items) in ComparisonText.Appendix(judgement))
        {
            text.Append($"\n{heading}:\n\n");
            foreach (string item in items)
                text.Append($"- {Markdown.Text(item)}\n");
        }

        return text.Append($"\n{ComparisonText.Legend(judgement)}\n").ToString();
    }

    private static void AppendClass(StringBuilder text, string unit, string type, double mean, IReadOnlyList<RowJudgement> rows)
    {
        text.Append(
            $"\n### {Markdown.Text(type)}\n\n| Benchmark | Base {unit} | Head {unit} | Ratio | 95 % interval | Launches | Verdict |\n| "
                + $"--- | ---: | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var row in rows)
        {
            string verdict = ComparisonText.Word(row.Verdict);
            text.Append(
                $"| {Markdown.Text(row.Row.ShortName)} | {Numbers.Value(row.BaseCentre)} | {Numbers.Value(row.HeadCentre)} | "
                + $"{Numbers.Ratio(row.Ratio)} "
                + $"| {Numbers.Interval(row.Lower, row.Upper)} | {row.BaseLaunches}+{row.HeadLaunches} | "
                + $"{(row.Verdict == Verdict.Regression ? $"**{verdict}**" : verdict)} |\n");
        }

        text.Append($"| *geometric mean of {rows.Count}* | | | {Numbers.Ratio(mean)} | | | |\n");
    }
}
