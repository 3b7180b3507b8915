using System.Diagnostics;
using System.Text.Json.Nodes;
using Bench.Interop.Files;
using Bench.Results;
using Bench.Settings;
using Bench.Tests.Results;
using Bench.Tests.Settings;
using Bench.Tests.Suite;

namespace Bench.Tests.Trying;

/// <summary>The verb as a user runs it, on commands that do what commands may do.</summary>
[Collection(SuiteProcesses.Name)]
public class TryTests
{
    private static readonly string[] OfTheSystem = ["thp-always", "64KiB-always", "2MiB-always"];

    private static readonly Lazy<string[]> Offered = new(() => [.. Executable.Run("try", "--dry-run", "--", "/bin/true").Output.Split('\n')
        .Where(line => line.Contains(": ", StringComparison.Ordinal) && !line.StartsWith(' ')).Select(line => line.Split(':')[0])]);

    // A setting that is there whatever the command does: huge pages are only taken away where some were given.
    private static string One => FirstOf(["glibc-hugetlb", .. OfTheSystem]);

    [Fact]
    public void ADryRunSaysWhatWouldBeChangedAndRun()
    {
        var run = Executable.Run("try", "--dry-run", "--rounds", "3", "--", "sort", "-S", "1G", "a b");
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("sort -S 1G 'a b'", run.Output, StringComparison.Ordinal);
        Assert.Contains("\ntoday: as the system stands\n    nothing is changed\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("thp-", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunEndsWithTheTableAndASentence()
    {
        var run = Try("/bin/true");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("| as the system stands", run.Output, StringComparison.Ordinal);
        Assert.Contains("leave it as it is", run.Output, StringComparison.Ordinal);
        Assert.Contains("warm-up: ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no such command: there-is-none-such", "there-is-none-such")]
    [InlineData("/etc/passwd is not executable", "/etc/passwd")]
    [InlineData("/etc is a folder", "/etc")]
    [InlineData("Required argument 'COMMAND' missing")]
    public void ACommandThatCannotBeRunIsOneLine(string expected, params string[] command)
    {
        var run = Executable.Run(["try", "--", .. command]);
        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--settings nonsense: there is no such setting here", "--settings", "nonsense")]
    [InlineData("--timeout soon: a time such as 30s", "--timeout", "soon")]
    [InlineData("--memory 0.5x: a multiple", "--memory", "0.5x")]
    [InlineData("--rounds must be a whole number from 2", "--rounds", "1")]
    [InlineData("/nowhere", "--input", "/nowhere")]
    [InlineData("--as there-is-none-such", "--as", "there-is-none-such")]
    public void AnOptionThatCannotBeIsOneLine(string expected, params string[] options)
    {
        var run = Executable.Run(["try", .. options, "--", "/bin/true"]);
        Assert.Equal((ExitCode.BadUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherExitStatusThanAtFirstStopsItAndFinishedRoundsAreKept()
    {
        using var folder = new TemporaryFolder();
        // Warm-up and both launches of the first round write a line each; the next one finds three.
        string script = $"cd {folder.Path} && echo x >> seen && [ $(wc -l < seen) -le 3 ]";
        var run = Try("/bin/sh", "-c", script);
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.Contains("error: the command ended with status 1 under '", run.Errors, StringComparison.Ordinal);
        Assert.Contains("and with 0 at first", run.Errors, StringComparison.Ordinal);
        Assert.Contains("| as the system stands", run.Output, StringComparison.Ordinal);
        Assert.Contains("Stopped before its last round", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ACommandThatAlwaysFailsIsMeasuredWithARemark()
    {
        var run = Try("/bin/false");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("The command ends with status 1 each time.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeathBySignalStopsIt() => Stops("ended by signal 11", "/bin/sh", "-c", "kill -SEGV $$");

    [Fact]
    public void WhatOutlivesTheTimeoutIsEnded()
    {
        var run = Executable.Run("try", "--timeout", "1s", "--settings", One, "--", "/bin/sh", "-c", $"sleep {Marked} & sleep {Marked}");
        Assert.Equal((ExitCode.RunFailed, ""), (run.ExitCode, run.Output));
        Assert.Contains("error: the command took more than 1 s (--timeout)", run.Errors, StringComparison.Ordinal);
        NothingIsLeft();
    }

    [Fact]
    public void WhatForksWithoutEndIsEnded()
    {
        string forever = $"while :; do setsid sleep {Marked} & sleep {Marked} & done";
        var run = Executable.Run("try", "--timeout", "1s", "--settings", One, "--", "/bin/sh", "-c", forever);
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        NothingIsLeft();
    }

    [Fact]
    public void WhatIsLeftBehindIsEndedAndNamed()
    {
        var run = Try("/bin/sh", "-c", $"setsid sleep {Marked} & sleep {Marked} & exit 0");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("leaves processes behind, which were ended after each launch and whose time doesn't count: s", run.Output,
            StringComparison.Ordinal);
        NothingIsLeft();
    }

    [Fact]
    public void StandardInputIsEmptyOrTheFile()
    {
        using var folder = new TemporaryFolder();
        string input = folder.Write("input", "right\n");
        Assert.Equal(ExitCode.Ok, Try("/bin/sh", "-c", "! read x").ExitCode);
        string line = "read x; [ $x = right ]";
        var run = Executable.Run("try", "--rounds", "2", "--settings", One, "--input", input, "--", "/bin/sh", "-c", line);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.DoesNotContain("ends with status", run.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void GigabytesOfOutputGoNowhere()
    {
        var run = Try("head", "-c", "2G", "/dev/zero");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.InRange(run.Output.Length, 1, 10_000);
    }

    [Fact]
    public void OtherOutputThanAtFirstStopsItWhereThatIsAsked()
    {
        var same = Executable.Run("try", "--rounds", "2", "--settings", One, "--same-output", "--", "head", "-c", "1M", "/dev/zero");
        Assert.Equal(ExitCode.Ok, same.ExitCode);
        var other = Executable.Run("try", "--rounds", "2", "--settings", One, "--same-output", "--", "/bin/sh", "-c", "echo $$");
        Assert.Equal(ExitCode.RunFailed, other.ExitCode);
        Assert.Contains("error: the command wrote something else under '", other.Errors, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void WhatIsPreparedIsThereBeforeEachLaunch()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "a"), line = $"touch {file}";
        var run = Executable.Run("try", "--rounds", "2", "--settings", One, "--prepare", line, "--", "rm", file);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.DoesNotContain("ends with status", run.Output, StringComparison.Ordinal);
        var failing = Executable.Run("try", "--rounds", "2", "--settings", One, "--prepare", "exit 3", "--", "/bin/true");
        Assert.Equal(ExitCode.RunFailed, failing.ExitCode);
        Assert.Contains("error: --prepare ended with status 3: exit 3", failing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void RootCanHaveItRunAsAnotherUser()
    {
        Assert.SkipUnless(Unistd.geteuid() == 0, "needs root");
        string isNobody = "[ $(id -un) = nobody ] && [ $(id -u) -ne 0 ] && [ $USER = nobody ]";
        var run = Executable.Run("try", "--rounds", "2", "--settings", One, "--as", "nobody", "--", "/bin/sh", "-c", isNobody);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.DoesNotContain("ends with status", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("unshare", "--user", "--map-root-user")]
    public void WhoMayNotChangeSettingsIsToldWhatIsLeftOut(params string[] container)
    {
        OtherUser.SkipUnlessPossible(AppContext.BaseDirectory);
        Assert.SkipUnless(OtherUser.Run([.. container, "true"]).ExitCode == 0, "another user can't have a user namespace");
        Assert.SkipWhen(TransparentHugePages.Read() is null, TransparentHugePages.Lacking);
        var run = OtherUser.Run([.. container, "dotnet", Executable.Dll, "try", "--rounds", "2", "--", "/bin/true"]);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, string.Join('\n', run.Errors.Split('\n').Where(line => line.StartsWith("error")))));
        Assert.Contains("needs write access to /sys/kernel/mm/transparent_hugepage", run.Output, StringComparison.Ordinal);
        Assert.Contains("(sampled)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsWrittenForProgramsIsOfTheSchemaAndTheMemoryIsTheCommands()
    {
        using var folder = new TemporaryFolder();
        string json = Path.Combine(folder.Path, "a.json"), page = Path.Combine(folder.Path, "a.html");
        string markdown = Path.Combine(folder.Path, "a.md");
        var run = Executable.Run("try", "--rounds", "2", "--settings", One, "--json", json, "--page", page, "--markdown", markdown,
            "--", "/bin/true");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string text = File.ReadAllText(json);
        OutputTests.IsOfTheSchema(text);
        var launches = JsonNode.Parse(text)!["Settings"]!.AsArray().SelectMany(setting => setting!["Judged"]!.AsArray()).ToArray();
        Assert.Equal(4, launches.Length);
        // The launcher has hundreds of MB, and a child's ru_maxrss would begin with them.
        Assert.All(launches, launch => Assert.InRange((long?)launch!["MemoryBytes"] ?? 0, 0, 10_000_000));
        Assert.StartsWith("# /bin/true\n", File.ReadAllText(markdown), StringComparison.Ordinal);
        Assert.Contains("<h1>/bin/true</h1>", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlCEndsTheCommandAndKeepsTheFinishedRounds()
    {
        Signals.SkipWhereIgnored(Signals.Interrupt);
        using var process = Begun("0.2");
        Assert.Equal(0, Bench.Interop.Children.SysWait.kill(process.Id, Signals.Interrupt));
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("| as the system stands", output, StringComparison.Ordinal);
        Assert.Contains("Stopped before its last round: interrupted.", output, StringComparison.Ordinal);
        Assert.EndsWith("error: interrupted\n", await errors, StringComparison.Ordinal);
        NothingIsLeft();
    }

    [Fact]
    public void WhereItIsKilledTheCommandEndsAndTheSettingsAreBack()
    {
        string setting = FirstOf(OfTheSystem), before = Settings();
        using var process = Begun("0.2", setting);
        Assert.True(SpinWait.SpinUntil(() => Settings() != before, TimeSpan.FromSeconds(30)), "no setting was changed");
        process.Kill();
        process.WaitForExit();
        Assert.True(SpinWait.SpinUntil(() => Settings() == before && !IsLeft(), TimeSpan.FromSeconds(30)), Settings());
    }

    [Theory(Explicit = true)]
    [InlineData(Signals.HangUp)]
    [InlineData(Signals.Kill)]
    public void WhereItEndsWhileItPreparesWhatPreparesEndsToo(int signal)
    {
        Signals.SkipWhereIgnored(signal);
        using var process = Executable.Start("dotnet",
            [Executable.Dll, "try", "--settings", One, "--prepare", $"sleep {Marked}; true", "--", "true"], AppContext.BaseDirectory);
        process.StandardInput.Close();
        Assert.True(SpinWait.SpinUntil(IsLeft, TimeSpan.FromSeconds(30)), "it prepares nothing");
        // Who ends it is told of it only once it runs.
        Thread.Sleep(1000);
        Assert.Equal(0, Bench.Interop.Children.SysWait.kill(process.Id, signal));
        process.WaitForExit();
        Assert.True(SpinWait.SpinUntil(() => !IsLeft(), TimeSpan.FromSeconds(30)), "what prepares is still there");
    }

    // A round is done, and the others will take long.
    private static Process Begun(string seconds, string? setting = null)
    {
        string command = $"sleep {seconds}; [ -e {Path.Combine(Path.GetTempPath(), "never")} ] && exec sleep {Marked}; exit 0";
        var process = Executable.Start("dotnet",
            [Executable.Dll, "try", "--rounds", "900", "--settings", setting ?? One, "--", "/bin/sh", "-c", command],
            AppContext.BaseDirectory);
        process.StandardInput.Close();
        while (process.StandardError.ReadLine() is { } line && !line.StartsWith("round 1 of ", StringComparison.Ordinal))
        {
        }
        return process;
    }

    private static string FirstOf(string[] names)
    {
        string? found = Offered.Value.FirstOrDefault(names.Contains);
        Assert.SkipWhen(found is null, "no such setting can be tried here");
        return found;
    }

    private static string Settings() => TransparentHugePages.Read() is not { } settings ? ""
        : string.Join('\n', settings.Governing.Select(setting => $"{setting.Key} {setting.Value}"));

    private static string Marked { get; } = $"{600 + Environment.ProcessId % 1000}.25";

    private static Executable Try(params string[] command) => Executable.Run(["try", "--rounds", "2", "--settings", One, "--", .. command]);

    private static void Stops(string expected, params string[] command)
    {
        var run = Try(command);
        Assert.Equal((ExitCode.RunFailed, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
    }

    private static void NothingIsLeft() => Assert.False(IsLeft());

    private static bool IsLeft() =>
        Directory.EnumerateDirectories("/proc").Select(folder => Path.Combine(folder, "cmdline")).Where(File.Exists).Select(Read)
            .Any(line => line.Contains(Marked, StringComparison.Ordinal) && !line.StartsWith("dotnet", StringComparison.Ordinal));

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
