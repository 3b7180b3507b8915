using System.Text;
using Bench.Results.Data;
using Bench.Results.Judge.Advice;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Show.Advice;
using Bench.Results.Show.Advice.Howto;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Html;

namespace Bench.Results.Show.Page;

/// <summary>The page's part that says what to use: the answer as its first paragraph, and figure 4.</summary>
internal sealed class AdvicePart(Run run)
{
    private readonly Run seen = MetricSet.Of(run).SeeEachByItsOwn(run);

    /// <summary>The answer for sparse and for whole touching; nothing where a run measured no faults.</summary>
    public void AppendAnswer(StringBuilder body)
    {
        var advice = Ask(Question.Usual);
        if (advice.Predictions.Count < 2)
            return;
        var whole = Ask(Question.Usual with { Density = 1 });
        body.Append($"<p class=\"lead answer\">{Markup.Text(AdviceText.Answer(advice))} {Markup.Text(AdviceText.Answer(whole))}</p>\n");
        string[] remarks = [.. new[] { AdviceText.Below(advice), AdviceText.Checked(advice) }.OfType<string>(),
            .. advice.Notes.Select(n => n + ".")];
        body.Append($"<p class=\"small\">{Markup.Text(string.Join(' ', remarks))} Other densities and orders: the verb advise.</p>\n");
        foreach (var best in new[] { advice.Recommended, whole.Recommended }.OfType<Prediction>().DistinctBy(p => p.Offer.Name))
            AppendSteps(body, best, advice.PageBytes);
    }

    /// <summary>Figure 4.</summary>
    public void AppendFigure(StringBuilder body)
    {
        if (BreakEvenFigure.Of(Ask(Question.Usual), run) is { } figure)
            FigurePart.Append(body, Figure.Of(figure));
    }

    private Answer Ask(Question question) => Adviser.Answer([seen], question);

    private static void AppendSteps(StringBuilder body, Prediction best, int pageBytes)
    {
        var steps = HowTo.Get(best.Offer.Mechanism, best.Offer.Pages, pageBytes);
        if (steps.Count == 0)
            return;
        body.Append($"<details><summary>What to type for {Markup.Text(best.Offer.Name)}</summary>\n");
        foreach (var step in steps)
            body.Append($"<p>{Markup.Text(step.Why)}:</p><pre>{Markup.Text(step.Text)}</pre>\n");
        body.Append("</details>\n");
    }
}
