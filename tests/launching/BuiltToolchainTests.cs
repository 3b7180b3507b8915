using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Launching.Built;
using Bench.Machine;
using Bench.Machine.Facts;
using Bench.Results;
using Bench.Tests.Results;
using Bench.Tests.Suite;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bench.Tests.Launching;

/// <summary>
/// A process a launch, wherever the built suite lies and whatever lies around: what is measured is the build that was started.
/// </summary>
[Collection(SuiteProcesses.Name)]
public class BuiltToolchainTests
{
    private static readonly string[] OneRow = ["--filter", "*FunctionCall.Static", "--job", "dry"];

    [Fact(Explicit = true)]
    public void FromAFolderOfAnyNameAndAmongOtherCheckoutsTheBuildThatWasStartedIsMeasured()
    {
        using var place = new TemporaryFolder();
        string suite = CopySuite(Path.Combine(place.Path, "R&D's; 50%41 (built) \"x\""));
        string[] built = Directory.GetFileSystemEntries(suite);
        // Where BenchmarkDotNet would look for a project, two of that name, neither of which compiles.
        place.Write("here/Bench.sln", "");
        place.Write("here/benchmarks/Benchmarks.csproj", "not a project");
        place.Write("here/.worktrees/base/benchmarks/Benchmarks.csproj", "not a project");
        string temporary = Directory.CreateDirectory(Path.Combine(place.Path, "tmp & 'more'; %41")).FullName;

        var run = Executable.RunCommand("env", [$"TMPDIR={temporary}", "dotnet", Path.Combine(suite, "Benchmarks.dll"), .. OneRow],
            Path.Combine(place.Path, "here"));

        Assert.True((run.ExitCode, run.Errors) == (ExitCode.Ok, ""), run.Output + run.Errors);
        var environment = Environment(Path.Combine(place.Path, "here", "BenchmarkDotNet.Artifacts"));
        Assert.Equal(BuildFact.Id, environment[BuildFact.Name]);
        Assert.NotEqual(RunFacts.InProcess, environment[RunFacts.Toolchain]);
        Assert.Equal(built, Directory.GetFileSystemEntries(suite));
        Assert.DoesNotContain(Directory.GetDirectories(temporary),
            folder => Path.GetFileName(folder).StartsWith("bench-", StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public void WithoutAnSdkItIsTheSameAndNothingIsSaidOfIt()
    {
        var suite = Suite();
        using var place = new TemporaryFolder();
        // The host resolves itself, not what its folder holds.
        string host = Path.Combine(place.Path, Path.GetFileName(suite.Host));
        File.Copy(suite.Host, host);
        foreach (string part in new[] { "host", "shared" })
            Directory.CreateSymbolicLink(Path.Combine(place.Path, part), Path.Combine(Path.GetDirectoryName(suite.Host)!, part));
        // BenchmarkDotNet asks it for the processor.
        File.CreateSymbolicLink(Path.Combine(place.Path, "lscpu"), "/usr/bin/lscpu");

        var run = Executable.RunCommand("/usr/bin/env", [$"PATH={place.Path}", host, Executable.Dll, .. OneRow], place.Path);

        Assert.True((run.ExitCode, run.Errors) == (ExitCode.Ok, ""), run.Output + run.Errors);
        Assert.DoesNotContain("SDK", run.Output, StringComparison.Ordinal);
        Assert.NotEqual(RunFacts.InProcess, Environment(Path.Combine(place.Path, "BenchmarkDotNet.Artifacts"))[RunFacts.Toolchain]);
    }

    [Fact(Explicit = true)]
    public void WithoutAFolderForProgramsItRunsInProcessAndSaysSoInOneLine()
    {
        using var place = new TemporaryFolder();
        string nowhere = Path.Combine(place.Path, "nowhere");
        Executable Run(params string[] more) =>
            Executable.RunCommand("env", [$"TMPDIR={nowhere}", "dotnet", Executable.Dll, .. OneRow, .. more], place.Path);

        var run = Run();

        Assert.True((run.ExitCode, run.Errors) == (ExitCode.Ok, ""), run.Output + run.Errors);
        Assert.Single(run.Output.Split('\n'), line => line.Contains("runs in this process", StringComparison.Ordinal));
        Assert.Equal(RunFacts.InProcess, Environment(Path.Combine(place.Path, "BenchmarkDotNet.Artifacts"))[RunFacts.Toolchain]);
        var rounds = Run("--rounds", "2");
        Assert.Equal(ExitCode.BadUsage, rounds.ExitCode);
        Assert.Contains("--rounds launches processes of its own, which can't be done here", Assert.Single(rounds.Errors.Trim().Split('\n')),
            StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void ASuiteThatWasBuiltAgainMeanwhileIsNotMeasured()
    {
        var suite = Suite();
        using var place = new TemporaryFolder();
        const string Interop = "namespace Bench.Interop { public static class Errno { } }";
        Compile(Path.Combine(place.Path, "Bench.Interop.dll"), OutputKind.DynamicallyLinkedLibrary, BuiltSuite.References, Interop);
        string program = Path.Combine(place.Path, "program", "Program.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        Compile(program, OutputKind.ConsoleApplication, BuiltSuite.References, new AssemblyLoading(place.Path).Source,
            "class Program { static void Main() => Measure(); static void Measure() => "
                + "System.Console.WriteLine(typeof(Bench.Interop.Errno)); }");
        File.WriteAllText(Path.ChangeExtension(program, ".runtimeconfig.json"),
            suite.RuntimeSettings(server: false, concurrent: false, retainVm: null));

        var run = Executable.RunCommand(suite.Host, [program], place.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("Bench.Interop.dll was built again", Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void ProgramsRunUnderTheSuitesOwnSettingsWithoutWhatIsForItsVerbs()
    {
        var suite = Suite();
        var ours = JsonNode.Parse(File.ReadAllText(suite.RuntimeConfig))!;
        var settings = ours["runtimeOptions"]!["configProperties"]!.AsObject();
        Assert.All(["System.Runtime.TieredPGO", "System.GC.Gen0MaxBudget"], name => Assert.True(settings.Remove(name)));
        Assert.True(JsonNode.DeepEquals(ours, JsonNode.Parse(suite.RuntimeSettings(server: false, concurrent: false, retainVm: null))));
        var server = JsonDocument.Parse(suite.RuntimeSettings(server: true, concurrent: true, retainVm: true)).RootElement
            .GetProperty("runtimeOptions").GetProperty("configProperties");
        Assert.All(["System.GC.Server", "System.GC.Concurrent", "System.GC.RetainVM"],
            name => Assert.True(server.GetProperty(name).GetBoolean()));
    }

    private static BuiltSuite Suite()
    {
        var suite = BuiltSuite.Find(out string whyNot);
        Assert.SkipWhen(suite is null, whyNot);
        return suite;
    }

    private static string CopySuite(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in
            Directory.GetFiles(AppContext.BaseDirectory)
                .Where(file => !Path.GetFileName(file).StartsWith("Tests", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    private static Dictionary<string, string> Environment(string artifacts) =>
        JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(artifacts, "*-full.json", SearchOption.AllDirectories).Single()))
        .RootElement.GetProperty("Bench").GetProperty("Environment").EnumerateArray()
        .ToDictionary(fact => fact.GetProperty("Key").GetString()!, fact => fact.GetProperty("Value").GetString()!);

    private static void Compile(string path, OutputKind kind, string[] references, params string[] sources)
    {
        var compilation =
            CSharpCompilation.Create(Path.GetFileNameWithoutExtension(path), sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            references.Select(reference => MetadataReference.CreateFromFile(reference)), new CSharpCompilationOptions(kind));
        Assert.True(compilation.Emit(path).Success, string.Join('\n', compilation.GetDiagnostics()));
    }
}
