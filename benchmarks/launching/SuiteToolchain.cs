using Bench.Launching.Built;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Bench.Launching;

/// <summary>
/// How jobs are built and launched that don't say it themselves: a process for each launch, or this one where the machine offers no other
/// way.
/// </summary>
internal sealed class SuiteToolchain
{
    private readonly IToolchain usual;

    private SuiteToolchain(IToolchain usual, string? whyInProcess)
    {
        this.usual = usual;
        WhyInProcess = whyInProcess;
    }

    /// <summary>Why cases run in this process though nobody asked for it; null where they don't.</summary>
    public string? WhyInProcess { get; }

    /// <summary>What this machine offers.</summary>
    /// <param name="folder">Where programs go; null where there is no such folder.</param>
    /// <param name="whyNoFolder">Why there is none.</param>
    public static SuiteToolchain ForThisMachine(string? folder, string whyNoFolder) =>
        folder is null
            ? new SuiteToolchain(InProcessEmitToolchain.Instance, $"no folder for programs of their own can be made: {whyNoFolder}")
        : BuiltSuite.Find(out string whyNot) is { } suite ? new SuiteToolchain(new BuiltToolchain(suite, folder), null)
        : new SuiteToolchain(InProcessEmitToolchain.Instance, whyNot);

    /// <summary>The job with its toolchain: its own, or that of a runtime it asks for, or the usual one.</summary>
    public Job Over(Job job) =>
        job.HasValue(InfrastructureMode.ToolchainCharacteristic) || job.HasValue(EnvironmentMode.RuntimeCharacteristic)
            ? job
            : (job.HasValue(Job.IdCharacteristic) ? new Job(job.Id) : new Job()).Apply(job).WithToolchain(usual).Freeze();
}
