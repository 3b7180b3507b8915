using Bench.Interop.Scheduling;
using Bench.Results;
using Bench.Tests.Results;
using Bench.Tests.Settings;

namespace Bench.Tests.Suite;

/// <summary>Bad usage is one clear line and exit status 2; nothing is measured.</summary>
[Collection(SystemSettingsCollection.Name)]
public class UsageTests
{
    [Theory]
    [InlineData("no benchmark matches", "--filter", "*NoSuchBenchmark*")]
    [InlineData("--region", "--filter", "*PageFault*", "--region", "soon")]
    [InlineData("--region", "--filter", "*PageFault*", "--region", "-1MiB")]
    [InlineData("this machine can give", "--filter", "*PageFault*", "--region", "900TiB")]
    [InlineData("--budget", "--filter", "*PageFault*", "--budget", "0s")]
    [InlineData("no such file", "--filter", "*PageFault*", "--budget", "soon")]
    [InlineData("is empty", "--filter", "*PageFault*", "--budget", "/dev/null")]
    [InlineData("both say how much", "--filter", "*PageFault*", "--budget", "/", "--region", "4MiB")]
    [InlineData("no-such-option", "--filter", "*", "--no-such-option")]
    [InlineData("base job", "--filter", "*", "--job", "eternal")]
    [InlineData("ab measures two builds in turns", "--filter", "*PageFault*", "--apples")]
    [InlineData("--inProcess", "--filter", "*FunctionCall.Static", "--rounds", "2", "--inProcess")]
    [InlineData("--launchCount", "--filter", "*FunctionCall.Static", "--rounds", "2", "--launchCount", "2")]
    [InlineData("diagnoser", "--filter", "*FunctionCall.Static", "--rounds", "2", "--memory")]
    public void BadUsageIsOneLine(string expected, params string[] args)
    {
        using var run = new SuiteRun(args);
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(character => character == '\n'));
    }

    [Fact]
    public void OnOneProcessorOnlyWhatWasAskedForIsLeftOut()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/taskset"), "no taskset here");
        Executable OnOne(string filter) =>
            Executable.RunCommand("taskset", ["-c", $"{Sched.GetAffinity()[0]}", "dotnet", Executable.Dll, "--filter", filter],
                AppContext.BaseDirectory);
        Assert.Equal(ExitCode.BadUsage, OnOne("*NoSuchBenchmark*").ExitCode);
        var scaling = OnOne("*.Scaling.*");
        Assert.Equal(ExitCode.Ok, scaling.ExitCode);
        Assert.Contains("Scaling: needs two processors", scaling.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Contention", scaling.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void InAFolderThatWasDeletedItSaysSo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a folder that somebody stands in can't be deleted here");
        using var folder = new TemporaryFolder();
        string gone = Directory.CreateDirectory(Path.Combine(folder.Path, "gone")).FullName;
        var run = Executable.RunCommand("sh",
            ["-c", "rmdir \"$PWD\" && exec dotnet \"$@\"", "sh", Executable.Dll, "--filter", "*FunctionCall.Static", "--job", "dry"], gone);
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Equal("error: the current folder is gone: go to one that is there\n", run.Errors);
    }
}
