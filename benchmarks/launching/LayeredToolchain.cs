using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.DotNetCli;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;
using BenchmarkDotNet.Validators;

namespace Bench.Launching;

/// <summary>Stands between BenchmarkDotNet and the toolchain that builds and launches a job.</summary>
internal interface ILaunchLayer
{
    /// <summary>The job, built and launched through this.</summary>
    Job Over(Job job);

    /// <summary>Told of each build, from any thread.</summary>
    void Built(BuildPartition partition, IExecutor inner, BuildResult build);

    /// <summary>Answers for a launch that BenchmarkDotNet asks for.</summary>
    ExecuteResult Execute(IExecutor inner, ExecuteParameters asked);
}

/// <summary>A toolchain behind a layer. Equal where layer and toolchain are: BenchmarkDotNet builds once for each.</summary>
internal sealed class LayeredToolchain(IToolchain inner, ILaunchLayer layer)
    : Toolchain(inner.Name, inner.Generator, new LayeredBuilder(inner, layer), new LayeredExecutor(inner.Executor, layer))
{
    private IToolchain Inner { get; } = inner;

    private ILaunchLayer Layer { get; } = layer;

    /// <summary>
    /// The job behind <paramref name="layer"/>; unchanged where BenchmarkDotNet alone knows how it is built (other runtimes than .NET).
    /// </summary>
    public static Job Over(Job job, ILaunchLayer layer) => ToolchainOf(job) is { } toolchain
        ? (job.HasValue(Job.IdCharacteristic) ? new Job(job.Id) : new Job()).Apply(job)
            .WithToolchain(new LayeredToolchain(toolchain, layer)).Freeze()
        : job;

    public override bool IsInProcess => Inner.IsInProcess;

    public override IEnumerable<ValidationError> Validate(BenchmarkCase benchmarkCase, IResolver resolver) =>
        Inner.Validate(benchmarkCase, resolver);

    public override bool Equals(object? other) =>
        other is LayeredToolchain layered && ReferenceEquals(Layer, layered.Layer) && Inner.Equals(layered.Inner);

    public override int GetHashCode() => Inner.GetHashCode();

    private static IToolchain? ToolchainOf(Job job) =>
        job.Infrastructure.TryGetToolchain(out var asked) ? asked
        : !job.HasValue(EnvironmentMode.RuntimeCharacteristic) ? CsProjCoreToolchain.NetCoreApp10_0
        : job.Environment.Runtime is CoreRuntime core
            ? CsProjCoreToolchain.From(new NetCoreAppSettings(core.MsBuildMoniker, null, core.Name))
        : null;

    private sealed class LayeredBuilder(IToolchain inner, ILaunchLayer layer) : IBuilder
    {
        public BuildResult Build(GenerateResult generateResult, BuildPartition buildPartition, ILogger logger)
        {
            var build = inner.Builder.Build(generateResult, buildPartition, logger);
            layer.Built(buildPartition, inner.Executor, build);
            return build;
        }
    }

    private sealed class LayeredExecutor(IExecutor inner, ILaunchLayer layer) : IExecutor
    {
        public ExecuteResult Execute(ExecuteParameters executeParameters) => layer.Execute(inner, executeParameters);
    }
}
