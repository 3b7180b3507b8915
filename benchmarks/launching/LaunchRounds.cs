using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Launching;

/// <summary>
/// Launches all cases in rounds although BenchmarkDotNet asks for them one after another: what it asks for is measured ahead, in the
/// rounds' order, and handed over when its turn comes. So one build and one report hold launches that were minutes apart.
/// </summary>
/// <param name="count">How many rounds; each is one launch of every case.</param>
internal sealed class LaunchRounds(int count) : ILaunchLayer
{
    private sealed record BuiltCase(BenchmarkCase Case, IExecutor Executor, BuildResult Build, BenchmarkId Id);

    private readonly Lock builders = new();
    private readonly List<BuiltCase> built = [];
    private readonly HashSet<BenchmarkCase> failed = [];
    private readonly Dictionary<(BenchmarkCase Case, int Launch), ExecuteResult> results = [];
    private IEnumerator<(int Round, BuiltCase Case)>? order;

    /// <summary>How many rounds.</summary>
    public int Count { get; } = count;

    /// <summary>Told of each launch as BenchmarkDotNet tells of each case.</summary>
    public IList<EventProcessor> Events { get; } = [];

    /// <summary>The job, launched in rounds.</summary>
    public Job Over(Job job) => LayeredToolchain.Over(job, this).WithLaunchCount(Count).Freeze();

    public void Built(BuildPartition partition, IExecutor inner, BuildResult build)
    {
        // Partitions are built in parallel.
        lock (builders)
            built.AddRange(partition.Benchmarks.Select(info => new BuiltCase(info.BenchmarkCase, inner, build, info.Id)));
    }

    public ExecuteResult Execute(IExecutor inner, ExecuteParameters asked)
    {
        order ??=
            RoundOrder.Of(
                [.. built.Where(item => item.Build.IsBuildSuccess).OrderBy(item => item.Case.DisplayInfo, StringComparer.Ordinal)], Count)
                .GetEnumerator();
        ExecuteResult? result;
        while (!results.Remove((asked.BenchmarkCase, asked.LaunchIndex), out result))
        {
            if (!order.MoveNext())
                throw new InvalidOperationException($"{asked.BenchmarkCase.DisplayInfo} was asked for a launch that no round has");
            var (round, item) = order.Current;
            if (!failed.Contains(item.Case))
                Launch(item, round, asked);
        }
        return result;
    }

    private void Launch(BuiltCase item, int round, ExecuteParameters asked)
    {
        foreach (var listener in Events)
            listener.OnStartRunBenchmark(item.Case);
        var result = item.Executor.Execute(new ExecuteParameters(item.Build, item.Case, item.Id, asked.Logger, asked.Resolver, round));
        results.Add((item.Case, round), result);
        // BenchmarkDotNet asks for no further launch of a case that failed once.
        if (!result.IsSuccess)
            failed.Add(item.Case);
        var report = new BenchmarkReport(result.IsSuccess, item.Case, item.Build, item.Build, [result], []);
        foreach (var listener in Events)
            listener.OnEndRunBenchmark(item.Case, report);
    }
}
