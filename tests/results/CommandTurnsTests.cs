using System.Text.Json.Nodes;
using Bench.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Results;

/// <summary>ab of two commands, as a user runs it.</summary>
[Collection(SuiteProcesses.Name)]
public sealed class CommandTurnsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CommandTurnsTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "commands are measured on Linux");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TwentyTimesAsLongIsARegressionInEveryOutput()
    {
        string junit = Path.Combine(folder.Path, "junit.xml"), annotations = Path.Combine(folder.Path, "annotations");
        var run = Ab("sleep 0.01", "sleep 0.2", "--junit", junit, "--annotations", annotations, "--no-repeat");
        Assert.Equal(ExitCode.Regression, run.ExitCode);
        Assert.Contains("| whole process |", run.Output, StringComparison.Ordinal);
        Assert.Contains("> base: sleep 0.01\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("> by wall time: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("> by CPU time: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("failures=\"1\"", File.ReadAllText(junit), StringComparison.Ordinal);
        Assert.StartsWith("::error title=Bench%3A Command.WholeProcess", File.ReadAllLines(annotations)[^1], StringComparison.Ordinal);
        Assert.Matches(@"^warm-up: \d+\.\d\d s; 3 rounds of 1 run of each\n", run.Errors);
    }

    [Fact(Explicit = true)]
    public void ACommandThatWaitsIsJudgedByTheWallAndOneThatWorksByItsProcessorTime()
    {
        Assert.Equal("wall", ClockOf("sleep 0.02"));
        // On a machine whose processors others want, nothing works all of the time.
        Assert.Contains(ClockOf("awk 'BEGIN { for (i = 0; i < 2000000; i++) s += i }'"), new[] { "cpu", "wall" });
        Assert.Equal("cpu", ClockOf("awk 'BEGIN { for (i = 0; i < 200000; i++) s += i }'", "--clock", "cpu"));
    }

    [Fact]
    public void AFasterOneIsNone() =>
        Assert.Equal(ExitCode.Ok, Ab("sleep 0.2", "sleep 0.01", "--no-repeat").ExitCode);

    [Fact(Explicit = true)]
    public void AShellReadsItOnlyWhereThatIsAsked()
    {
        string file = Path.Combine(folder.Path, "made");
        Assert.Equal(ExitCode.BadUsage, Ab($"true > {file}", "true").ExitCode);
        Assert.Equal(ExitCode.BadUsage, Ab($"true $(touch {file})", "true").ExitCode);
        Ab($"true '$(touch {file})' '; touch {file}'", "true");
        Assert.False(File.Exists(file));
        Ab($"true > {file}", "true", "--shell");
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData(ExitCode.BadUsage, "--command: no such command: there-is-none-such", "there-is-none-such", "true")]
    [InlineData(ExitCode.BadUsage, "--command: /etc/passwd is not executable", "true", "/etc/passwd")]
    [InlineData(ExitCode.BadUsage, "--command: an empty command", "true", "")]
    [InlineData(ExitCode.BadUsage, "ab: --filter is for copies", "true", "true", "--filter", "*")]
    [InlineData(ExitCode.BadUsage, "ab: --command is given twice", "true", "true", "--command", "true")]
    [InlineData(ExitCode.BadUsage, "ab: what follows -- is for copies", "true", "true", "--", "x")]
    [InlineData(ExitCode.BadUsage, "no row has a reference row", "true", "true", "--relative")]
    [InlineData(ExitCode.RunFailed, "'false' ended with status 1", "true", "false")]
    [InlineData(ExitCode.RunFailed, "'kill -TERM $$' ended by signal 15", "kill -TERM $$", "true", "--shell")]
    public void WhatCannotBeMeasuredIsOneLine(int status, string expected, string old, string current, params string[] options)
    {
        var run = Ab(old, current, options);
        Assert.Equal((status, ""), (run.ExitCode, run.Output));
        string error = Assert.Single(run.Errors.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab: --base DIR and --head DIR are needed, or --command twice")]
    [InlineData("ab: --base DIR and --head DIR are needed, or --command twice", "--base", "x")]
    [InlineData("ab: --shell is for --command", "--base", "x", "--head", "y", "--shell")]
    [InlineData("ab: --command is given twice", "--command", "true")]
    public void WithoutTwoSidesThereIsNothingToJudge(string expected, params string[] arguments)
    {
        var run = Executable.Run(["ab", .. arguments]);
        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"error: {expected}", Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void WhatItLeavesBehindIsEndedAndNamed()
    {
        var run = Ab("setsid sleep 1000 & true", "true", "--shell");
        Assert.Contains("left processes behind, which were ended: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("sleep", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnInterruptedOneEndsWithItsCommand()
    {
        Signals.SkipWhereIgnored(Signals.Interrupt);
        string mark = Path.Combine(folder.Path, "running");
        using var process = Executable.Start("dotnet",
            [Executable.Dll, "ab", "--shell", "--command", $"echo $$ > {mark}; exec sleep 1000", "--command", "true"], folder.Path);
        while (!File.Exists(mark) || File.ReadAllText(mark).Length == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Settings.Holder.Kill("INT", $"{process.Id}");
        Assert.True(process.WaitForExit(30_000), "does not end");
        Assert.Equal(130, process.ExitCode);
        Assert.False(Directory.Exists($"/proc/{File.ReadAllText(mark).Trim()}"));
    }

    private static string ClockOf(string command, params string[] options) =>
        (string)JsonNode.Parse(Ab(command, command, ["--format", "json", "--no-repeat", .. options]).Output)!["Benchmarks"]![0]!["Clock"]!;

    private static Executable Ab(string old, string current, params string[] options) =>
        Executable.Run(["ab", "--command", old, "--command", current, "--rounds", "3", .. options]);
}
