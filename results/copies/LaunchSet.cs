using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Read;

namespace Bench.Results.Copies;

/// <summary>Puts launches of one copy together into one run.</summary>
public static class LaunchSet
{
    /// <summary>
    /// One run whose rows hold the launches in order. A row that any launch lacks is left out, so that the i-th launch of every row is the
    /// same process.
    /// </summary>
    public static Run Merge(IReadOnlyList<Run> launches)
    {
        var byName = launches.Select(run => run.Rows.ToDictionary(r => r.FullName)).ToArray();
        string[] names = launches.SelectMany(run => run.Rows).Select(r => r.FullName).Distinct().ToArray();
        string[] complete = names.Where(name => byName.All(rows => rows.ContainsKey(name))).ToArray();
        var partial = names.Except(complete)
            .Select(
                name => new LeftOut(name, $"measured in {byName.Count(rows => rows.ContainsKey(name))} of {launches.Count} launches only"));
        return Derivation.Keep(launches[0] with
        {
            Rows = [.. complete.Select(name => Merge([.. byName.Select(rows => rows[name])]))],
            LeftOut = [.. launches.SelectMany(run => run.LeftOut).Distinct(), .. partial],
        });
    }

    private static BenchmarkRow Merge(IReadOnlyList<BenchmarkRow> rows) => rows[0] with
    {
        Launches = [.. rows.SelectMany(r => r.Launches)],
        Marks = [.. rows.SelectMany(r => r.Marks).DistinctBy(m => m.Id)],
    };
}
