using System.Globalization;
using Bench.Interop;
using Bench.Results.Judge.Advice;

namespace Bench.Results.Show.Advice;

/// <summary>The sentences that every readable form of an advice says.</summary>
internal static class AdviceText
{
    /// <summary>"Memory touched at random, 20 % of its pages".</summary>
    public static string Asked(Question question) =>
        $"memory touched {question.Order.Words}, {(question.Density == 1 ? "all" : Percent(question.Density))} of its pages"
        + (double.IsFinite(question.MostMemory) ? $", at most {Numbers.Multiple(question.MostMemory)} resident" : "");

    /// <summary>The answer, or why there is none.</summary>
    public static string Answer(Answer advice)
    {
        string asked = $"For {Asked(advice.Question)}";
        if (advice.Recommended is not { } best)
            return $"{asked}: no answer, as {advice.Refusal}.";
        if (best.Offer.IsDemand)
            return $"{asked}: leave it at one page a fault (Demand). Whatever brings more at once takes more "
                + $"time{(double.IsFinite(advice.Question.MostMemory) ? " or too much memory" : "")}.";
        return $"{asked}: use {best.Offer.Name} ({best.Offer.Pages} pages, {ByteSize.Describe((long)best.Offer.Pages * advice.PageBytes)} "
            + $"at once). It takes {Numbers.Value(best.Time)} {advice.Unit} per page touched, "
            + $"{Ratio(best.Ratio)} the time of one page a fault (95 % {Interval(best)}), and {Numbers.Multiple(best.Resident)} the "
            + $"memory.";
    }

    /// <summary>From which density on anything pays, or null.</summary>
    public static string? Below(Answer advice) =>
        advice.Predictions.Where(p => p.BreakEven is { Density: > 0 and <= 1 }).MinBy(p => p.BreakEven!.Density) switch
        {
            { } first when advice.Predictions.All(p => p.BreakEven is null or { Density: > 0 }) =>
                $"Where less than {Density(first.BreakEven!.Density)} of the pages is touched so, nothing is faster than one page a fault; "
                + $"the first to pay is {first.Offer.Name}.",
            _ => null,
        };

    /// <summary>What the check of the model says.</summary>
    public static string? Checked(Answer advice) => advice.Validation.MedianError is { } error
        ? string.Create(CultureInfo.InvariantCulture,
            $"The model predicted {advice.Validation.Checks.Count} sparse rows, each from other densities only, with a median error of "
                + $"{100 * error:0.0} % (largest {100 * advice.Validation.Checks.Max(c => Math.Abs(c.Error)):0} %; bar "
                + $"{100 * Validation.Bar(advice.Unit):0} %).")
        : null;

    public static string BreakEven(BreakEven? at) => at switch
    {
        null => "",
        { Density: 0 } => "any density",
        { Density: > 1 } => "never",
        _ => $"{Density(at.Density)} ({(at.Lower == 0 ? "0" : Density(at.Lower))}..{(at.Upper > 1 ? "never" : Density(at.Upper))})",
    };

    public static string Interval(Prediction p) => $"{Ratio(p.Lower)}..{Ratio(p.Upper)}";

    public static string Ratio(double ratio) => ratio.ToString(ratio >= 10 ? "0" : "0.00", CultureInfo.InvariantCulture) + "x";

    public static string Density(double density) =>
        (100 * density).ToString(density < 0.001 ? "0.####" : density < 0.1 ? "0.##" : "0", CultureInfo.InvariantCulture) + " %";

    private static string Percent(double density) => (100 * density).ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
