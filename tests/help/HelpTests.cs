using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Bench.Commands;
using Bench.Help;
using Bench.Tests.Suite;
using BenchmarkDotNet.Configs;

namespace Bench.Tests.Help;

/// <summary>Help fits a screen, shows one example that parses, and says the command as it was started.</summary>
public class HelpTests
{
    private const int Screen = 40;

    public static TheoryData<string> Verbs => [.. Verb.All.Where(verb => !verb.Hidden).SelectMany(WithSubcommands)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void AVerbsHelpFitsAScreenAtEveryWidth(string verb)
    {
        foreach (int columns in new[] { 80, 100 })
            Assert.InRange(Help(verb, columns).Length, 7, Screen);
        foreach (int columns in new[] { 40, 60, 80, 100 })
            Assert.All(Help(verb, columns), line => Assert.InRange(line.Length, 0, columns));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void EveryOptionAndOneExampleAreInIt(string verb)
    {
        string help = string.Join('\n', Help(verb, 80));
        foreach (var option in Find(verb).Options.Where(option => option is not HelpOption))
            Assert.Contains(option.Name, help, StringComparison.Ordinal);
        Assert.Single(help.Split('\n'), "Example:");
        string example = Verb.Examples[verb.Split(' ')[0]];
        Assert.StartsWith(verb.Split(' ')[0], example, StringComparison.Ordinal);
        Assert.Empty(new RootCommand { Find(verb.Split(' ')[0]) }.Parse(example.Split(" > ")[0].Replace("'", "")).Errors);
    }

    [Fact]
    public void TheMainHelpFitsAScreenToo()
    {
        foreach (int columns in new[] { 80, 100 })
        {
            var output = new StringWriter();
            SuiteHelp.Print(new HelpWriter(output, columns));
            string[] lines = output.ToString().TrimEnd().Split('\n');
            Assert.InRange(lines.Length, 20, Screen);
            Assert.All(lines, line => Assert.InRange(line.Length, 0, columns));
            Assert.Single(lines, "Example:");
            foreach (var verb in Verb.All.Where(verb => !verb.Hidden))
                Assert.Contains(lines, line => line.StartsWith($"  {verb.Name} ", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.Contains("--iterationCount", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AllOfItHasBenchmarkDotNetsOptionsAndTheExitStatus()
    {
        var all = Executable.RunCommand("dotnet", ["Benchmarks.dll", "--help", "all"], AppContext.BaseDirectory);
        Assert.Equal((0, ""), (all.ExitCode, all.Errors));
        Assert.Contains("  dotnet Benchmarks.dll --filter '*PageFault*'", all.Output, StringComparison.Ordinal);
        Assert.All(BenchmarkDotNetDefinitions.All, option => Assert.Contains(option.Name, all.Output, StringComparison.Ordinal));
        Assert.All(Bench.Results.ExitCode.Meanings, status => Assert.Contains($"  {status.Code} ", all.Output, StringComparison.Ordinal));
        Assert.Equal(2, Executable.Run("--help", "some").ExitCode);
    }

    /// <summary>Each is one that BenchmarkDotNet's own parser takes, also with a value that is named.</summary>
    [Fact]
    public void WhatIsSaidOfBenchmarkDotNetsOptionsItTakes()
    {
        Assert.InRange(BenchmarkDotNetDefinitions.All.Count, 50, 100);
        foreach (var option in BenchmarkDotNetDefinitions.All)
        {
            string value = option.HelpName?.Split('|')[0] ?? "";
            if (value is "TEXT" or "CATEGORY" or "GLOB" or "RUNTIME" or "FILE" or "DIR")
                continue;
            string[] line = value switch { "" => [option.Name], "N" => [option.Name, "20"], _ => [option.Name, value] };
            bool taken = BenchmarkDotNetOptions.Parse(line, ManualConfig.CreateEmpty(), out string error) is not null;
            Assert.True(taken, $"{string.Join(' ', line)}: {error}");
        }
    }

    [Fact]
    public void ItTakesTheRuntimesThatAreOffered()
    {
        var option = BenchmarkDotNetDefinitions.All.Single(option => option.Name == "--runtimes");
        string[] offered = [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)];
        Assert.Contains("net10.0", offered);
        Assert.NotNull(BenchmarkDotNetOptions.Parse([option.Name, .. offered], ManualConfig.CreateEmpty(), out _));
    }

    [Theory]
    [InlineData("unknown verb", "frobnicate", "dotnet Benchmarks.dll --help")]
    [InlineData("--baseline", "gate", "dotnet Benchmarks.dll gate --help")]
    [InlineData("nonsense", "--nonsense", "dotnet Benchmarks.dll --help all")]
    public void AnErrorSaysWhereHelpIs(string expected, string argument, string help)
    {
        var run = Executable.RunCommand("dotnet", ["Benchmarks.dll", argument], AppContext.BaseDirectory);
        Assert.Equal(Bench.Results.ExitCode.BadUsage, run.ExitCode);
        string line = Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.Contains(help, line, StringComparison.Ordinal);
    }

    private static IEnumerable<string> WithSubcommands(Command verb) =>
        verb.Subcommands.Select(sub => $"{verb.Name} {sub.Name}").Prepend(verb.Name);

    private static Command Find(string verb) =>
        verb.Split(' ')
            .Aggregate((Command?)null, (at, name) => (at is null ? Verb.All : [.. at.Subcommands]).Single(sub => sub.Name == name))!;

    private static string[] Help(string verb, int columns)
    {
        var output = new StringWriter();
        new CommandHelp(Verb.Examples[verb.Split(' ')[0]]).Write(Find(verb), new HelpWriter(output, columns));
        return output.ToString().TrimEnd().Split('\n');
    }
}
