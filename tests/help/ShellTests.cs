using System.Text.RegularExpressions;
using Bench.Help;
using Bench.Interop.Processes;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Help;

/// <summary>Real shells complete what is typed: a tool stands in their path, which says what it was given at last.</summary>
public sealed partial class ShellTests : IDisposable
{
    private const string Tool = "bench-tool";

    // Keys as they are typed, and what the tool is given.
    private static readonly (string Keys, string Given)[] Lines =
    [
        ("ga\t--clo\tq\t", "gate --clock quiet"),
        ("gate --baseline ba\t", "gate --baseline base line.json"),
        ("ab --base fol\t", "ab --base folder"),
        ("--filter '*.PageF\t", "--filter *.PageFault.*"),
        ("gate --clock=q\t", "gate --clock=quiet"),
        ("compare --output=oth\t", "compare --output=other.json"),
        ("--job Sh\t", "--job Short"),
    ];

    private readonly TemporaryFolder folder = new();

    public ShellTests()
    {
        string ask = $"[ \"$1\" = {ShellScript.Verb} ] && exec dotnet '{Executable.Dll}' \"$@\"";
        string tool = folder.Write($"bin/{Tool}", $"#!/bin/sh\n{ask}\necho \"<$*>\"\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        folder.Write("base line.json", "");
        folder.Write("other.json", "");
        Directory.CreateDirectory(Path.Combine(folder.Path, "folder"));
        foreach (var script in ShellScript.All)
            folder.Write($"complete.{script.Shell}", script.Write(new StartedAs(Tool), Executable.Dll));
    }

    public void Dispose() => folder.Dispose();

    [Theory(Explicit = true)]
    [InlineData("bash", "bash --norc --noprofile -i", "source complete.bash")]
    [InlineData("zsh", "zsh -f -i", "autoload -U compinit; compinit -u -D; source complete.zsh")]
    public void WhatIsTypedIsCompleted(string shell, string start, string load)
    {
        Require(shell);
        using var terminal = new PseudoTerminal(start, folder.Path, ("PATH", PathWithTool), ("HISTFILE", ""));
        terminal.WaitFor(Prompt());
        terminal.Type($"{load}; echo load''ed\n");
        terminal.WaitFor("loaded\r");
        foreach (var (keys, given) in Lines)
        {
            terminal.Type($"{Tool} {keys}\n");
            Assert.Equal(given, Given().Match(terminal.WaitFor(Given())).Groups[1].Value.TrimEnd('/'));
        }
        terminal.Type("exit\n");
    }

    [Fact(Explicit = true)]
    public void FishOffersTheSame()
    {
        Require("fish");
        string asked = string.Concat(Lines.Select(line => line.Keys.Replace("ga\t--clo\tq", "gate --clock q").TrimEnd('\t'))
            .Select(line => $"complete -C \"{Tool} {line}\" | head -n 1\n"));
        var run = Executable.RunCommand("env", [$"PATH={PathWithTool}", "fish", "-N", "-c", $"source complete.fish\n{asked}"], folder.Path);
        string[] expected = ["quiet", "base line.json", "folder/", "*.PageFault.*", "--clock=quiet", "--output=other.json", "Short"];
        Assert.Equal(expected, run.Output.TrimEnd().Split('\n').Select(line => line.Split('\t')[0]));
    }

    /// <summary>Where the program is an argument of dotnet's, dotnet's own completion stays.</summary>
    [Fact]
    public void BashLeavesDotnetsOtherUsesAsTheyAre()
    {
        Require("bash");
        string script = new BashScript().Write(new StartedAs("dotnet", "run", "--"), Executable.Dll);
        folder.Write("twice.bash", $"others() {{ COMPREPLY=(others); }}; complete -F others dotnet\n{script}\n{script}\n"
            + "function=$(complete -p dotnet | sed 's/.* -F \\([^ ]*\\).*/\\1/')\n"
            + "ask() { COMP_LINE=$1 COMP_POINT=${#1}; read -ra COMP_WORDS <<< \"$1\"; \"$function\"; echo \"${COMPREPLY[@]}\"; }\n"
            + "ask 'dotnet run -- gat'; ask 'dotnet bui'\n");
        var run = Executable.RunCommand("bash", ["twice.bash"], folder.Path);
        Assert.Equal("gate\nothers\n", run.Output);
    }

    [Theory]
    [InlineData("bash", "bash -n")]
    [InlineData("zsh", "zsh -n")]
    [InlineData("fish", "fish -n")]
    public void AScriptForDotnetParses(string shell, string check)
    {
        Require(shell);
        var start = new StartedAs("dotnet", "it's here/Benchmarks.dll");
        string script = ShellScript.All.Single(script => script.Shell == shell).Write(start, Executable.Dll);
        string[] command = [.. check.Split(' '), folder.Write("script", script)];
        var run = Executable.RunCommand(command[0], command[1..], folder.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    private string PathWithTool => $"{Path.Combine(folder.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";

    private static void Require(string shell)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "no script(1) here");
        Assert.SkipUnless(File.Exists($"/usr/bin/{shell}") || File.Exists($"/bin/{shell}"), $"no {shell} here");
    }

    [GeneratedRegex("[$#%] ")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"[\r\n]<([^>]*)>\r")]
    private static partial Regex Given();
}
