using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Launching;

/// <summary>
/// Launches all cases in rounds although BenchmarkDotNet asks for them one after another: what it asks for is measured ahead, in the rounds' order, and
/// handed over when its turn comes. So one build and one report hold launches that were minutes apart.
/// </summary>
/// <param name="count">How many rounds; each is one launch of every case.</param>
internal sealed class LaunchRounds(int count)
{
    private sealed record Built(BenchmarkCase Case, IExecutor Executor, BuildResult Build, BenchmarkId Id);

    private readonly Lock builders = new();
    private readonly List<Built> built = [];
    private readonly HashSet<BenchmarkCase> failed = [];
    private readonly Dictionary<(BenchmarkCase Case, int Launch), ExecuteResult> results = [];
    private IEnumerator<(int Round, Built Case)>? order;

    /// <summary>How many rounds.</summary>
    public int Count { get; } = count;

    /// <summary>Told of each launch as BenchmarkDotNet tells of each case.</summary>
    public IList<EventProcessor> Events { get; } = [];

    /// <summary>The job, launched in rounds.</summary>
    public Job Over(Job job) => (job.HasValue(Job.IdCharacteristic) ? new Job(job.Id) : new Job()).Apply(job)
        .WithLaunchCount(Count)
        .WithToolchain(new Ahead(job.Infrastructure.TryGetToolchain(out var asked) ? asked : CsProjCoreToolchain.NetCoreApp10_0, this))
        .Freeze();

    private void Note(BuildPartition partition, IExecutor executor, BuildResult build)
    {
        // Partitions are built in parallel.
        lock (builders)
            built.AddRange(partition.Benchmarks.Select(info => new Built(info.BenchmarkCase, executor, build, info.Id)));
    }

    private ExecuteResult ResultOf(ExecuteParameters asked)
    {
        order ??= RoundOrder.Of([.. built.Where(item => item.Build.IsBuildSuccess).OrderBy(item => item.Case.DisplayInfo, StringComparer.Ordinal)], Count).GetEnumerator();
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

    private void Launch(Built item, int round, ExecuteParameters asked)
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

    /// <summary>A toolchain that builds as <paramref name="inner"/> does, and executes ahead. Equal where the inner ones are: BenchmarkDotNet builds once for each.</summary>
    private sealed class Ahead(IToolchain inner, LaunchRounds rounds)
        : Toolchain(inner.Name, inner.Generator, new Builder(inner, rounds), new Executor(rounds))
    {
        private IToolchain Inner { get; } = inner;

        public override bool IsInProcess => Inner.IsInProcess;

        public override IEnumerable<BenchmarkDotNet.Validators.ValidationError> Validate(BenchmarkCase benchmarkCase, BenchmarkDotNet.Characteristics.IResolver resolver) =>
            Inner.Validate(benchmarkCase, resolver);

        public override bool Equals(object? other) => other is Ahead ahead && Inner.Equals(ahead.Inner);

        public override int GetHashCode() => Inner.GetHashCode();
    }

    private sealed class Builder(IToolchain inner, LaunchRounds rounds) : IBuilder
    {
        public BuildResult Build(GenerateResult generateResult, BuildPartition buildPartition, BenchmarkDotNet.Loggers.ILogger logger)
        {
            var build = inner.Builder.Build(generateResult, buildPartition, logger);
            rounds.Note(buildPartition, inner.Executor, build);
            return build;
        }
    }

    private sealed class Executor(LaunchRounds rounds) : IExecutor
    {
        public ExecuteResult Execute(ExecuteParameters executeParameters) => rounds.ResultOf(executeParameters);
    }
}
