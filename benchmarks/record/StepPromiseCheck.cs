using Bench.Results.Data;

namespace Bench.Record;

/// <summary>Every step beside a first touch took the faults that it promises; the round of one that didn't has no time of it.</summary>
public sealed class StepPromiseCheck : ICaseCheck
{
    public Mark? Check(CaseCounts counts)
    {
        var broken = counts.Launches.SelectMany(launch => launch.Beside ?? new Dictionary<string, IReadOnlyList<double?>>())
            .Select(reading =>
                (Step: StepTimes.Step(reading.Key), Rounds: reading.Value.Count, Lost: reading.Value.Count(time => time is null)))
            .Where(reading => reading.Step is not null).GroupBy(reading => reading.Step)
            .Select(step => (step.Key, Rounds: step.Sum(reading => reading.Rounds), Lost: step.Sum(reading => reading.Lost)))
            .Where(step => step.Lost > 0);
        string text = string.Join(", ", broken.Select(step => $"{step.Key} in {step.Lost} of {step.Rounds} rounds"));
        return text.Length == 0 ? null : new Mark("steps", $"steps took other faults than promised: {text}",
            "parts that these steps tell are of the other rounds: where few are left, don't use them");
    }
}
