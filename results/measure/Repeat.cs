using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Results.Measure;

/// <summary>Measures the suspicious benchmarks of a run again, with the build that measured it.</summary>
/// <param name="launch">Launches that build so many times with these filters, as the run was measured.</param>
/// <param name="view">How to look at the runs.</param>
/// <param name="say">Takes one line of progress.</param>
public sealed class Repeat(Func<string[], int, Run> launch, View view, Action<string> say)
{
    /// <summary>Launches where nothing else is asked.</summary>
    public const int DefaultLaunches = 5;

    /// <summary>The judgement with every regression judged again by fresh launches; where they can't be made, the first one and a note.</summary>
    public Judgement Confirm(RegressionJudge judge, Judgement first, int launches)
    {
        if (first.Suspicious.Count == 0)
            return first;
        say($"{first.Suspicious.Count} suspicious, measuring again in {launches} launches: {string.Join(", ", first.Suspicious)}");
        string[] filters = [.. first.WithReferences(first.Suspicious, view.IsRelative).Concat(first.Yardsticks(first.Suspicious)).Distinct()];
        try
        {
            return SecondLook.Confirm(judge, first, view.Of(launch(filters, launches)));
        }
        catch (LaunchException e)
        {
            return first with { Notes = [.. first.Notes, $"the suspicious benchmarks could not be measured again: {e.Message}"] };
        }
    }
}
