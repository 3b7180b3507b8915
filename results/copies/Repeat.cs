using System.IO.Enumeration;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;

namespace Bench.Results.Copies;

/// <summary>Measures the suspicious benchmarks of a run again, with the build that measured it.</summary>
/// <param name="launch">Launches that build so many times with these filters, as the run was measured.</param>
/// <param name="view">How to look at the runs.</param>
/// <param name="say">Takes one line of progress.</param>
/// <param name="known">
/// Full names of the benchmarks that the build has: where the runs were made by others, no other text of theirs may reach its command line.
/// Null where the same build made them just now.
/// </param>
public sealed class Repeat(Func<string[], int, Run> launch, View view, Action<string> say, IReadOnlyCollection<string>? known = null)
{
    /// <summary>Launches where nothing else is asked.</summary>
    public const int DefaultLaunches = 5;

    /// <summary>
    /// The judgement with every regression judged again by fresh launches; where they can't be made, the first one and a note.
    /// </summary>
    public Judgement Confirm(RegressionJudge judge, Judgement first, int launches)
    {
        string[] unknown = [.. first.Suspicious.Where(name => known?.Contains(name) == false)];
        if (unknown.Length > 0)
            first = first with
            {
                Notes = [.. first.Notes,
                    $"these can't be measured again, as this build has no such benchmark: {string.Join(", ", unknown)}"]
            };
        string[] suspicious = [.. first.Suspicious.Except(unknown)];
        if (suspicious.Length == 0)
            return first;
        say($"{suspicious.Length} suspicious, measuring again in {launches} launches: {string.Join(", ", suspicious)}");
        string[] filters = [.. Known(first.WithReferences(suspicious, view.IsRelative).Concat(first.Controls(suspicious))).Distinct()];
        try
        {
            return SecondLook.Confirm(judge, first, view.Of(launch(filters, launches)));
        }
        catch (LaunchException e)
        {
            return first with { Notes = [.. first.Notes, $"the suspicious benchmarks could not be measured again: {e.Message}"] };
        }
    }

    // A reference row is asked for by a pattern, into which a row's class goes: what it matches here is asked for instead.
    private IEnumerable<string> Known(IEnumerable<string> filters) =>
        known is null
            ? filters
            : filters.SelectMany(
                filter => known.Contains(filter) ? [filter] : known.Where(name => FileSystemName.MatchesSimpleExpression(filter, name)));
}
