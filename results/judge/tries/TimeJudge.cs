using Bench.Results.Data;
using Bench.Results.Pair;
using Bench.Results.Tries;

namespace Bench.Results.Judge.Tries;

/// <summary>Holds settings against each other as builds that were launched in turns are held.</summary>
/// <param name="judge">Of pairs.</param>
/// <param name="time">By which.</param>
internal sealed class TimeJudge(RegressionJudge judge, JudgedTime time)
{
    /// <summary>What it says of each pair: a row, which it takes for a benchmark of an old and a new build.</summary>
    public IReadOnlyList<(TriedSetting Setting, RowJudgement Time)> Decide(IEnumerable<(TriedSetting Base, TriedSetting Head)> pairs)
    {
        var listed = pairs.ToArray();
        if (listed.Length == 0)
            return [];
        var old = RunOf(listed.Select(pair => Row(pair.Head.Id, pair.Base)));
        var current = RunOf(listed.Select(pair => Row(pair.Head.Id, pair.Head)));
        return [.. judge.Decide(Pairing.Of(old, current, time.Metric)).Rows.Select((row, i) => (listed[i].Head, row))];
    }

    private static Run RunOf(IEnumerable<BenchmarkRow> rows) => new("try", Units.Nanoseconds, [], [.. rows], []);

    private BenchmarkRow Row(string name, TriedSetting setting) => new()
    {
        FullName = name,
        Type = "try",
        Method = name,
        Title = name,
        Launches = [.. setting.Judged.Select(LaunchOf)],
    };

    // The wall's is what tells whether it began to wait.
    private Launch LaunchOf(TriedLaunch launch) => new Launch { Iterations = 1, Values = [launch.WallNanoseconds] }
        .With(Launch.Wall, launch.WallNanoseconds).With(time.Name, time.Of(launch));
}
