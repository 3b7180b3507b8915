using System.Text;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>
/// A comparison as markdown that fits into a comment or a job's summary: what is slower first, and as many rows as there is room for.
/// Comments on GitHub hold 65,536 characters.
/// </summary>
internal static class CommentComparison
{
    private const int Longest = 60_000;

    // So that none of the parts takes the room of the table.
    private const int LongestPart = 4_000;

    private static readonly Verdict[] Order = [Verdict.Regression, Verdict.Inconclusive, Verdict.Improvement, Verdict.Same];

    /// <summary>The whole text.</summary>
    public static string Write(Judgement judgement)
    {
        var pairing = judgement.Pairing;
        var text = new StringBuilder($"**{ComparisonText.Headline(judgement)}**\n");
        foreach (string note in judgement.Notes)
            Append(text, "", $"> {Markdown.Text(note)}\n");
        var differences = pairing.Differences.OrderByDescending(difference => difference.Matters).Select(ComparisonText.Difference);
        Append(text, "The environments differ", Items(differences));
        Append(text, "Missing", Items(pairing.Missing.Select(row => row.FullName)));
        Append(text, "Added", Items(pairing.Added.Select(row => row.FullName)));
        string legend = $"\n{ComparisonText.Legend(judgement)}\n";
        if (judgement.Rows.Count > 0)
            text.Append(Table(judgement, Longest - text.Length - legend.Length));
        return text.Append(legend).ToString();
    }

    private static string Table(Judgement judgement, int room)
    {
        string unit = judgement.Pairing.Head.Unit;
        string head = $"\n| Benchmark | Base {unit} | Head {unit} | Ratio | 95 % interval | Launches | Verdict |\n"
            + "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n";
        var rows = judgement.Rows.OrderBy(row => Array.IndexOf(Order, row.Verdict)).ThenByDescending(row => row.Ratio);
        return Cut(head, [.. rows.Select(Line)], room, "rows");
    }

    private static string Line(RowJudgement row)
    {
        string word = ComparisonText.Word(row.Verdict);
        return $"| {Markdown.Text($"{row.Row.Type}: {row.Row.ShortName}")} "
            + $"| {Numbers.Value(row.BaseCentre)} | {Numbers.Value(row.HeadCentre)} | {Numbers.Ratio(row.Ratio)} "
            + $"| {Numbers.Interval(row.Lower, row.Upper)} | {row.BaseLaunches}+{row.HeadLaunches} "
            + $"| {(row.Verdict == Verdict.Regression ? $"**{word}**" : word)} |\n";
    }

    private static string[] Items(IEnumerable<string> items) => [.. items.Select(item => $"- {Markdown.Text(item)}\n")];

    private static void Append(StringBuilder text, string heading, params string[] lines)
    {
        if (lines.Length > 0)
            text.Append(Cut(heading.Length == 0 ? "\n" : $"\n{heading}:\n\n", lines, LongestPart, "lines"));
    }

    // Whole lines as long as there is room; one that has none is left out, and counted.
    private static string Cut(string head, string[] lines, int room, string what)
    {
        var text = new StringBuilder(head);
        int left = 0;
        foreach (string line in lines)
            if (text.Length + line.Length <= room)
                text.Append(line);
            else
                left++;
        return left == 0 ? text.ToString() : text.Append($"\n{left:#,0} more {what}.\n").ToString();
    }
}
