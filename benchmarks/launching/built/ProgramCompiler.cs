using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bench.Launching.Built;

/// <summary>Compiles the generated program in this process against what is loaded here, as the SDK would in Release.</summary>
internal sealed class ProgramCompiler(BuiltSuite suite) : IBuilder
{
    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, deterministic: true);

    public BuildResult Build(GenerateResult generateResult, BuildPartition buildPartition, ILogger logger)
    {
        var paths = generateResult.ArtifactsPaths;
        using var timeout = new CancellationTokenSource(buildPartition.Timeout);
        try
        {
            string[] errors = Compile(paths, timeout.Token);
            return errors.Length == 0
                ? BuildResult.Success(generateResult)
                : BuildResult.Failure(generateResult, string.Join('\n', errors));
        }
        catch (OperationCanceledException)
        {
            return BuildResult.Failure(generateResult, $"not compiled within {buildPartition.Timeout}");
        }
    }

    private string[] Compile(ArtifactsPaths paths, CancellationToken cancellation)
    {
        string[] sources = [File.ReadAllText(paths.ProgramCodePath), new AssemblyLoading(suite.Folder).Source];
        var program = CSharpCompilation.Create(paths.ProgramName,
            sources.Select(
                text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), cancellationToken: cancellation)),
            BuiltSuite.References.Select(path => MetadataReference.CreateFromFile(path)),
            Options);
        using var executable = File.Create(paths.ExecutablePath);
        return [.. program.Emit(executable, cancellationToken: cancellation).Diagnostics
            .Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString())];
    }
}
