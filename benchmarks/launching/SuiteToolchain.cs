using Bench.Interop.Processes;
using Bench.Launching.Built;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Bench.Launching;

/// <summary>How jobs are built and launched that don't say it themselves: a process for each launch, or this one where the machine offers no other way.</summary>
internal sealed class SuiteToolchain : IDisposable
{
    private readonly ProcessFolder? folder;
    private readonly IToolchain usual;

    private SuiteToolchain(IToolchain usual, ProcessFolder? folder, string? whyInProcess)
    {
        this.usual = usual;
        this.folder = folder;
        WhyInProcess = whyInProcess;
    }

    /// <summary>Why cases run in this process though nobody asked for it; null where they don't.</summary>
    public string? WhyInProcess { get; }

    /// <summary>What this machine offers.</summary>
    public static SuiteToolchain ForThisMachine()
    {
        if (BuiltSuite.Find(out string whyNot) is not { } suite)
            return new SuiteToolchain(InProcessEmitToolchain.Instance, null, whyNot);
        try
        {
            var folder = ProcessFolder.Create();
            return new SuiteToolchain(new BuiltToolchain(suite, folder.Path), folder, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SuiteToolchain(InProcessEmitToolchain.Instance, null, $"no folder for programs can be made: {e.Message}");
        }
    }

    /// <summary>The job with its toolchain: its own, or that of a runtime or platform it asks for, or the usual one.</summary>
    public Job Over(Job job) =>
        job.HasValue(InfrastructureMode.ToolchainCharacteristic) || job.HasValue(EnvironmentMode.RuntimeCharacteristic) || job.HasValue(EnvironmentMode.PlatformCharacteristic)
            ? job
            : (job.HasValue(Job.IdCharacteristic) ? new Job(job.Id) : new Job()).Apply(job).WithToolchain(usual).Freeze();

    /// <summary>Removes the programs.</summary>
    public void Dispose() => folder?.Dispose();
}
