using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Judge.Advice.Orders;
using Bench.Results.Pair;

namespace Bench.Results.Judge.Advice;

/// <summary>Answers which mechanism and size to use. docs/judging.md says how and why.</summary>
public static class Adviser
{
    // Of two that differ by less, the one that takes less memory is the better.
    private const double WorthMemory = 0.05;

    // Where nothing checks the model on this machine it is trusted no further than its bar.
    private const double UncheckedMargin = Validation.NoisyBar;

    /// <summary>Answers <paramref name="question"/> from runs of one machine.</summary>
    public static Answer Answer(IReadOnlyList<Run> runs, Question question)
    {
        var answer = Answer(SameMachine.Merge(runs), question, [.. runs.Select(r => r.Source)]);
        return answer.Recommended is not null && runs.Count > 1 && Contradiction(runs, question, answer.Recommended) is { } contradiction
            ? answer with { Recommended = null, Refusal = contradiction }
            : answer;
    }

    private static Answer Answer(Run run, Question question, IReadOnlyList<string> sources)
    {
        var evidence = Evidence.Of(run, question.Order);
        var random = Evidence.ToCheck(run);
        var validation = Validation.Of(random);
        var model = AccessModel.Fit(random, random.Sparse) with { Order = question.Order, Evidence = evidence };
        var advice = new Answer
        {
            Question = question,
            Sources = sources,
            Unit = run.Unit,
            PageBytes = evidence.PageBytes,
            Predictions = evidence.Demand is { } demand ? Predict(model, question.Density, demand, ModelMargin(question, validation)) : [],
            Validation = validation,
            TableCost = model.TableCost,
            Savings = Saving.Of(run),
            Notes = [.. evidence.Doubts, .. Remarks(question, validation, run.Unit, evidence)],
        };
        return Decide(advice, evidence);
    }

    private static Prediction[] Predict(AccessModel model, double density, Offer demand, double modelMargin)
    {
        double Ratio(Offer offer, double at) => model.Time(offer, at) / model.Time(demand, at);
        return [.. model.Evidence.Offers.Select(offer =>
        {
            double ratio = Ratio(offer, density);
            if (offer.IsDemand)
                return new Prediction(offer, model.Time(offer, density), model.Resident(offer, density), 1, 1, 1, null);
            double measured = Math.Sqrt(Square(offer.LogMargin) + Square(demand.LogMargin));
            double margin = Math.Sqrt(Square(measured) + Square(modelMargin));
            return new Prediction(offer, model.Time(offer, density), model.Resident(offer, density), ratio, ratio * Math.Exp(-margin),
                ratio * Math.Exp(margin),
                BreakEven.Find(d => Ratio(offer, d), 1.0 / model.Evidence.RegionPages, margin));
        }).OrderBy(p => p.Time)];
    }

    private static Answer Decide(Answer advice, Evidence evidence)
    {
        var question = advice.Question;
        Answer Refuse(string reason) => advice with { Refusal = reason };
        if (evidence.Demand is null)
            return Refuse(
                $"no row of Demand in {question.Order.Measured} order, which everything is held against: measure with --filter "
                    + $"'*PageFault*'");
        if (evidence.Offers.Count == 1)
            return Refuse(
                $"no row of a mechanism that preallocates, in {question.Order.Measured} order: measure with --filter '*PageFault*'");
        if (question.Density < 1 && advice.Validation.MedianError is { } error && error > Validation.Bar(advice.Unit))
            return Refuse(
                string.Create(CultureInfo.InvariantCulture,
                    $"the model does not hold here: at densities it had not seen it was {100 * error:0} % off in the median, more than "
                        + $"{100 * Validation.Bar(advice.Unit):0} %"));

        Prediction[] allowed = [.. advice.Predictions.Where(p => !p.Offer.IsDemand && p.Resident <= question.MostMemory)];
        var demand = advice.Predictions.Single(p => p.Offer == evidence.Demand);
        // All lose, or all that would win take too much memory: then one page a fault it is.
        if (allowed.All(p => p.Lower >= 1))
            return advice with { Recommended = demand };
        var fastest = allowed.MinBy(p => p.Time)!;
        var best = allowed.Where(p => p.Time <= (1 + WorthMemory) * fastest.Time).OrderBy(p => p.Resident).ThenBy(p => p.Time).First();
        return best.Upper < 1
            ? advice with { Recommended = best }
            : Refuse(
                string.Create(CultureInfo.InvariantCulture,
                    $"{best.Offer.Name} would take {best.Ratio:0.00}x the time of Demand, but its 95 % interval "
                        + $"{best.Lower:0.00}..{best.Upper:0.00} reaches 1: nothing can be told from leaving things as they are"));
    }

    private static double ModelMargin(Question question, Validation validation) =>
        question.Density == 1 ? 0 : validation.RatioMargin ?? UncheckedMargin;

    private static IEnumerable<string> Remarks(Question question, Validation validation, string unit, Evidence evidence)
    {
        if (question.Density < 1 && validation.Checks.Count == 0)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"No row of which only a part was touched checks the model here (--filter '*SparseFaults*'): its error is taken to be "
                    + $"{100 * UncheckedMargin:0} %, and page tables to cost nothing");
        if (validation.Checks.Count > 0 && question.Order is not RandomTouches)
            yield return "The model was checked in random order only";
        if (evidence.Offers.Any(o => o.Time.WithinOneLaunch))
            yield return $"Intervals speak of the iterations of one launch, not of what the next would show: in {unit}, and in this run "
                + $"only";
    }

    private static string? Contradiction(IReadOnlyList<Run> runs, Question question, Prediction chosen)
    {
        var said =
            runs.Select(
                run => (run.Source,
                    Prediction: Answer(run, question, [run.Source]).Predictions.FirstOrDefault(p => p.Offer.Name == chosen.Offer.Name)))
            .Where(s => s.Prediction is not null).ToArray();
        if (said.FirstOrDefault(s => s.Prediction!.Upper < 1) is not { Prediction: { } faster } one
            || said.FirstOrDefault(s => s.Prediction!.Lower > 1) is not { Prediction: { } slower } other)
            return null;
        return string.Create(CultureInfo.InvariantCulture,
            $"the runs contradict each other: {chosen.Offer.Name} takes {faster.Ratio:0.00}x the time of Demand in {one.Source}, but "
                + $"{slower.Ratio:0.00}x in {other.Source}");
    }

    private static double Square(double value) => value * value;
}
