using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;

namespace Bench.Launching.Built;

/// <summary>
/// Writes BenchmarkDotNet's program and the settings of the runtime it starts with: no project, since what it refers to is built already.
/// </summary>
/// <param name="suite">What it refers to.</param>
/// <param name="folder">Where it goes, unless its files are to be kept: then beside the reports.</param>
internal sealed class ProgramGenerator(BuiltSuite suite, string folder) : GeneratorBase
{
    protected override string GetBuildArtifactsDirectoryPath(BuildPartition assemblyLocation, string programName) =>
        Path.Combine(
            assemblyLocation.RepresentativeBenchmarkCase.Config is { } config && config.Options.HasFlag(ConfigOptions.KeepBenchmarkFiles)
                ? config.ArtifactsPath
                : folder, programName);

    protected override string GetExecutableExtension() => ".dll";

    protected override string[] GetArtifactsToCleanup(ArtifactsPaths artifactsPaths) => [artifactsPaths.BuildArtifactsDirectoryPath];

    protected override void CopyAllRequiredFiles(ArtifactsPaths artifactsPaths) =>
        Directory.CreateDirectory(artifactsPaths.BinariesDirectoryPath);

    protected override void GenerateAppConfig(BuildPartition buildPartition, ArtifactsPaths artifactsPaths)
    {
        var (gc, resolver) = (buildPartition.RepresentativeBenchmarkCase.Job.Environment.Gc, buildPartition.Resolver);
        bool? retain = gc.HasValue(GcMode.RetainVmCharacteristic) ? gc.ResolveValue(GcMode.RetainVmCharacteristic, resolver) : null;
        File.WriteAllText(Path.ChangeExtension(artifactsPaths.ExecutablePath, ".runtimeconfig.json"),
            suite.RuntimeSettings(gc.ResolveValue(GcMode.ServerCharacteristic, resolver),
                gc.ResolveValue(GcMode.ConcurrentCharacteristic, resolver), retain));
    }

    protected override void GenerateBuildScript(BuildPartition buildPartition, ArtifactsPaths artifactsPaths) { }
}
