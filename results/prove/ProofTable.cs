using System.Globalization;
using System.Text;
using Bench.Results.Show;
using Bench.Results.Statistics;

namespace Bench.Results.Prove;

/// <summary>The trials counted: a line a kind and planted amount, a column a tool.</summary>
public static class ProofTable
{
    /// <summary>Markdown.</summary>
    public static string Write(IReadOnlyList<Trial> trials)
    {
        string[] tools = [.. trials.SelectMany(trial => trial.Alarms.Keys).Distinct()];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"| trials | planted | {string.Join(" | ", tools.Select(Markdown.Text))} | median time | longest |\n");
        text.Append($"| --- | ---: | {string.Concat(tools.Select(_ => "---: | "))}---: | ---: |\n");
        foreach (var group in
            trials.GroupBy(trial => (trial.Kind, trial.Planted, Work: trial.Planted == 0 ? "" : trial.Work)).OrderBy(group => group.Key))
        {
            int planted = group.Key.Planted;
            string name = group.Key.Kind == TrialKind.Ab ? "ab" : "gate";
            text.Append(CultureInfo.InvariantCulture,
                $"| {group.Count()} {name} | {(planted == 0 ? "nothing" : $"{planted} % of {Words(group.Key.Work)}")} |");
            foreach (string tool in tools)
                text.Append(
                    !group.Any(trial => trial.Alarms.ContainsKey(tool))
                        ? " |"
                        : planted == 0 ? $" {FalseAlarms([.. group], tool)} |" : $" {Found([.. group], tool)} |");
            text.Append(CultureInfo.InvariantCulture,
                $" {Quantiles.Median(group.Select(trial => trial.Seconds)):0} s | {group.Max(trial => trial.Seconds):0} s |\n");
        }

        return text.ToString();
    }

    private static string Words(string work) => work == PlantedCopy.Spin ? "a loop" : "system calls";

    private static string FalseAlarms(IReadOnlyList<Trial> trials, string tool) =>
        $"{Of(trials, trial => Alarms(trial, tool).Count > 0)} false"
            + More(trials.Count(trial => trial.Undecided.Contains(tool)), "inconclusive");

    private static string Found(IReadOnlyList<Trial> trials, string tool)
    {
        bool Finds(Trial trial) => Alarms(trial, tool).Contains(PlantedCopy.Benchmark(trial.Work));
        int others = trials.Count(trial => Alarms(trial, tool).Any(row => row != PlantedCopy.Benchmark(trial.Work)));
        int undecided = trials.Count(trial => trial.Undecided.Contains(tool) && !Finds(trial));
        return $"{Of(trials, Finds)} found" + More(others, "false") + More(undecided, "inconclusive");
    }

    private static string More(int count, string what) => count > 0 ? $", {count} {what}" : "";

    private static string Of(IReadOnlyList<Trial> trials, Func<Trial, bool> holds) => $"{trials.Count(holds)} of {trials.Count}";

    private static IReadOnlyList<string> Alarms(Trial trial, string tool) => trial.Alarms.GetValueOrDefault(tool) ?? [];
}
