using System.Diagnostics;
using Bench.Tests.Results;
using Bench.Tests.Settings;

namespace Bench.Tests.Suite;

/// <summary>Verbs that launch the suite end it with themselves, whatever kills them, and leave nothing behind.</summary>
[Collection(SuiteProcesses.Name)]
public sealed class KilledLauncherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("KILL", "calibrate")]
    [InlineData("TERM", "calibrate")]
    [InlineData("KILL", "ab")]
    public void WhatItLaunchedEndsAndNothingIsLeft(string signal, string verb)
    {
        string built = Path.GetDirectoryName(Executable.Dll)!;
        string[] copies = verb == "ab" ? ["--base", built, "--head", built] : [];
        // The way by which users tell it where temporary things go.
        using var launcher = Executable.Start("env",
            [$"TMPDIR={folder.Path}", "dotnet", Executable.Dll, verb, .. copies, "--filter", "*Syscall.FunctionCall", "--rounds", "10",
                "--", "--iterationCount", "100000"], built);
        launcher.OutputDataReceived += (_, _) => { };
        launcher.BeginOutputReadLine();
        launcher.BeginErrorReadLine();
        Await(() => ProcessesOfFolder.Measure(folder.Path), "it launches nothing", launcher);
        Holder.Kill(signal, $"{launcher.Id}");
        Assert.True(launcher.WaitForExit(Patience));
        Await(() => !ProcessesOfFolder.Measure(folder.Path), "what it launched still runs");
        // The runtime's own sockets, of a process that was killed itself, are nobody's to remove.
        Await(() => Directory.GetFileSystemEntries(folder.Path).All(path => IsTheRuntimes(Path.GetFileName(path))),
            "something is left in TMPDIR");
    }

    private static void Await(Func<bool> happened, string otherwise, Process? unless = null)
    {
        var waited = Stopwatch.StartNew();
        while (!happened())
        {
            Assert.True(waited.Elapsed < Patience && unless is null or { HasExited: false }, otherwise);
            Thread.Sleep(50);
        }
    }

    private static bool IsTheRuntimes(string name) =>
        name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) || name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal);
}
