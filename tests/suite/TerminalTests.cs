using System.Text.RegularExpressions;
using Bench.Results;
using Bench.Tests.Results;

namespace Bench.Tests.Suite;

/// <summary>The suite on terminals of all kinds, on none, and before a pipe that closes early.</summary>
[Collection(SuiteProcesses.Name)]
public sealed partial class TerminalTests : IDisposable
{
    private const string OneRow = "--filter '*.Syscall.Getpid' --inProcess --job dry --artifacts artifacts";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(40)]
    [InlineData(132)]
    public void HelpAndDoctorKeepToItsWidth(int columns)
    {
        string help = On(columns, "--help all", ("TERM", "dumb")), doctor = On(columns, "doctor", ("TERM", "dumb"));
        foreach (string text in new[] { help, doctor })
        {
            Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, Math.Min(columns, 100)));
            Assert.DoesNotContain('\e', text);
        }
        Assert.Contains(help.Split("\r\n"), line => line.Length > Math.Min(columns, 100) * 2 / 3);
    }

    [Theory(Explicit = true)]
    [InlineData(true, "xterm", null)]
    [InlineData(true, "xterm", "")]
    [InlineData(false, "xterm", "1")]
    [InlineData(false, "dumb", null)]
    public void ColoursAreForTerminalsThatTakeThem(bool coloured, string term, string? noColor)
    {
        (string, string)[] environment = [("TERM", term), .. noColor is null ? ((string, string)[])[] : [("NO_COLOR", noColor)]];
        string run = On(60, OneRow, environment);
        Assert.Equal(coloured, Colour().IsMatch(run));
        Assert.Equal(coloured, Colour().IsMatch(On(60, "doctor", environment)));
        if (term != "dumb")
            return;
        Assert.DoesNotContain('\e', run);
        string row = Assert.Single(run.Split("\r\n"), line => line.StartsWith("[  1/1]", StringComparison.Ordinal));
        Assert.InRange(row.Length, 20, 60);
    }

    [Theory]
    [InlineData("--list flat")]
    [InlineData("--help all")]
    [InlineData("man")]
    [InlineData("doctor --json")]
    [InlineData("compare a-report-full.json b-report-full.json")]
    [InlineData("report a-report-full.json")]
    [InlineData(OneRow)]
    public void APipeThatClosesEarlyChangesNothing(string arguments)
    {
        folder.Write("a-report-full.json", Sample.Whole(1, 3).ToJsonString());
        folder.Write("b-report-full.json", Sample.Whole(2, 3).ToJsonString());
        var run = Shell($"dotnet '{Executable.Dll}' {arguments} | head -n 1; exit ${{PIPESTATUS[0]}}");
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Single(run.Output.TrimEnd().Split('\n'));
        run = Shell($"dotnet '{Executable.Dll}' {arguments} | true; exit ${{PIPESTATUS[0]}}");
        Assert.Equal((ExitCode.Ok, "", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact(Explicit = true)]
    public void InTheCLocaleARunIsInAsciiAndItsReportsAreNot()
    {
        var run = Shell($"LC_ALL=C dotnet '{Executable.Dll}' {OneRow}");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.DoesNotContain(run.Output, letter => letter > '~');
        Assert.Contains("+/-", run.Output, StringComparison.Ordinal);
        string page = File.ReadAllText(Path.Combine(folder.Path, "artifacts", "results", "report.html"));
        Assert.Contains(page, letter => letter > '~');
    }

    [Fact]
    public void WithoutALocaleItIsUtf8()
    {
        var help = Shell($"unset LC_ALL LC_CTYPE LANG; dotnet '{Executable.Dll}' compare --help");
        Assert.Contains("RUN…", help.Output, StringComparison.Ordinal);
    }

    private Executable Shell(string command) => Executable.RunCommand("bash", ["-c", command], folder.Path);

    private string On(int columns, string arguments, params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "no script(1) here");
        var (output, status) = PseudoTerminal.Run(columns, $"dotnet '{Executable.Dll}' {arguments}", folder.Path, environment);
        Assert.Equal(ExitCode.Ok, status);
        return output;
    }

    [GeneratedRegex("\e\\[(?:[0-9]+;)*(?:3[0-8]|9[0-7])[0-9;]*m")]
    private static partial Regex Colour();
}
