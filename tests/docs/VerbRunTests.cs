using System.CommandLine.Parsing;
using Bench.Results;
using Bench.Results.Read;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Docs;

/// <summary>Verbs that pages show are run as they are shown; those that read runs are given made-up ones.</summary>
public class VerbRunTests
{
    // Whatever a shell has.
    private static readonly string[] Utilities = ["cd", "date", "exit", "grep", "sleep"];

    public static TheoryData<string> Verbs => [.. RunCommands.Here(option: false)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void WhatReadsRuns(string command)
    {
        using var folder = new TemporaryFolder();
        string here = Path.Combine(folder.Path, "repository", "benchmarks");
        string report = Sample.Whole(launches: 5).ToJsonString();
        folder.Write("repository/benchmarks/BenchmarkDotNet.Artifacts/results/sample-report-full.json", report);
        var shown = RunCommands.Shown[command];
        foreach (string operand in Operands(shown.Suite!))
            Make(Path.GetFullPath(operand, here), report);
        var run = Executable.RunCommand("dotnet", [Executable.Dll, .. shown.Suite!], here);
        // Advice for this machine from made-up runs of another one is refused.
        int[] fine = shown.Suite![0] == "advise" ? [ExitCode.Ok, ExitCode.NotComparable] : [ExitCode.Ok];
        Assert.True(fine.Contains(run.ExitCode), $"{shown.Place}: exit status {run.ExitCode}: {run.Errors}");
    }

    [Fact]
    public void EveryOtherCommandIsRunElsewhere() => Mistakes.None(RunCommands.Shown.Values
        .Where(command => command.Suite is null && !Utilities.Contains(command.Words[0]) && command.Words is not ["dotnet", "run"])
        .Where(command => RunCommands.ElsewhereOf(command) is null)
        .Select(command => $"{command}: tests/docs/run-elsewhere doesn't say where this is run"));

    [Fact]
    public void WhatIsRunElsewhereIsRunThere() => Mistakes.None(RunCommands.Elsewhere
        .Where(entry => !File.Exists(Path.Combine(Page.Root, entry.File)) || !Page.FileText(entry.File).Contains(entry.Text))
        .Select(entry => $"{entry.Command}: {entry.File} has no '{entry.Text}'"));

    [Fact]
    public void WhatIsRunElsewhereIsShown() => Mistakes.None(RunCommands.Elsewhere
        .Where(entry => !RunCommands.Shown.Values.Any(command => RunCommands.ElsewhereOf(command) == entry))
        .Select(entry => $"no page shows {entry.Command}"));

    // Runs that it reads, and where its output goes.
    private static IEnumerable<string> Operands(string[] args)
    {
        var found = KnownOptions.Parse(KnownOptions.Verbs[args[0]], args).CommandResult;
        return found.Command.Options.All(option => option.Name != "--job-name") ? [] : found.Children
            .Where(part => part is ArgumentResult or OptionResult { Option.Name: "--baseline" or "--calibration" or "--output" })
            .SelectMany(part => part.Tokens).Select(token => token.Value);
    }

    private static void Make(string path, string report)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (path.EndsWith(".json", StringComparison.Ordinal))
            File.WriteAllText(path, BaselineFile.Write(Measured.Read(path, report)));
        else if (!Path.HasExtension(path) || path.EndsWith(".Artifacts", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.Combine(path, "results"));
            File.WriteAllText(Path.Combine(path, "results", "sample-report-full.json"), report);
        }
    }
}
