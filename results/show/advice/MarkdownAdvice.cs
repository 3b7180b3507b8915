using System.Text;
using Bench.Results.Judge.Advice;
using Bench.Results.Show.Advice.Howto;

namespace Bench.Results.Show.Advice;

/// <summary>An advice as markdown.</summary>
internal static class MarkdownAdvice
{
    public static string Write(Answer advice)
    {
        var text = new StringBuilder($"**{Markdown.Text(AdviceText.Answer(advice))}**\n");
        if (advice.Recommended is { } best)
            AppendSteps(text, HowTo.Get(best.Offer.Mechanism, best.Offer.Pages, advice.PageBytes));
        if (AdviceText.Below(advice) is { } below)
            text.Append($"\n{Markdown.Text(below)}\n");
        if (advice.Predictions.Count > 0)
            AppendPredictions(text, advice);
        if (advice.Savings.Count > 0)
            AppendSavings(text, advice);
        if (AdviceText.Checked(advice) is { } check)
            AppendChecks(text, advice, check);
        foreach (string note in advice.Notes)
            text.Append($"\n> {Markdown.Text(note)}.\n");
        return text.ToString();
    }

    private static void AppendSteps(StringBuilder text, IReadOnlyList<HowToStep> steps)
    {
        foreach (var step in steps)
            text.Append($"\n{Markdown.Text(step.Why)}:\n\n    {step.Text}\n");
    }

    private static void AppendPredictions(StringBuilder text, Answer advice)
    {
        text.Append(
            $"\n| Mechanism | {advice.Unit}/page touched | x Demand | 95 % interval | resident/touched | pays from a density of (95 % "
                + $"interval) |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var p in advice.Predictions)
            text.Append(
                $"| {(p == advice.Recommended ? $"**{Markdown.Text(p.Offer.Name)}**" : Markdown.Text(p.Offer.Name))} | "
                + $"{Numbers.Value(p.Time)} | {AdviceText.Ratio(p.Ratio)} | {(p.Offer.IsDemand ? "" : AdviceText.Interval(p))} "
                + $"| {Numbers.Multiple(p.Resident)} | {AdviceText.BreakEven(p.BreakEven)} |\n");
    }

    private static void AppendSavings(StringBuilder text, Answer advice)
    {
        text.Append("\nWhere all pages are touched, one after another:\n\n");
        foreach (var saving in advice.Savings)
            text.Append($"- {Markdown.Text(SavingText.Sentence(saving, advice.Unit))}\n");
        foreach (string remark in advice.Savings.SelectMany(SavingText.Remarks).Distinct())
            text.Append($"- {Markdown.Text(remark)}\n");
    }

    private static void AppendChecks(StringBuilder text, Answer advice, string check)
    {
        text.Append(
            $"\n{Markdown.Text(check)}\n\n| Density, at random | Mechanism | {advice.Unit} measured | predicted | error | resident "
                + $"measured | predicted |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var c in advice.Validation.Checks)
            text.Append(
                $"| {AdviceText.Density(c.Row.Density)} | {Markdown.Text(c.Offer.Name)} | {Numbers.Value(c.Row.Time)} | "
                + $"{Numbers.Value(c.Predicted)} | {Numbers.Change(c.Error)} "
                + $"| {(c.Row.ResidentPerTouched is { } resident ? Numbers.Multiple(resident) : "")} | "
                + $"{Numbers.Multiple(c.PredictedResident)} |\n");
    }
}
