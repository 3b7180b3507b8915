using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Bench.Fidelity;
using Bench.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Fidelity;

public sealed class FidelityVerbTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("fidelity-tests-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void WithoutACompilerItIsSkippedWithItsReason()
    {
        using var verb = Start("fidelity");
        Assert.Equal("fidelity: skipped: needs a C compiler: no cc in PATH", verb.StandardOutput.ReadToEnd().Trim());
        verb.WaitForExit();
        Assert.Equal(ExitCode.Ok, verb.ExitCode);
    }

    [Fact]
    public void WithoutACompilerJsonHasTheReason()
    {
        using var verb = Start("fidelity", "--json");
        using var json = JsonDocument.Parse(verb.StandardOutput.ReadToEnd());
        Assert.Equal("needs a C compiler: no cc in PATH", json.RootElement.GetProperty("skipped").GetString());
    }

    [Theory]
    [InlineData("3")]
    [InlineData("many")]
    public void TooFewPairsAreBadUsageInOneLine(string pairs)
    {
        using var verb = Start("fidelity", "--pairs", pairs);
        Assert.Single(verb.StandardError.ReadToEnd().Trim().Split('\n'));
        verb.WaitForExit();
        Assert.Equal(ExitCode.BadUsage, verb.ExitCode);
    }

    [Fact]
    public void ACompilerThatFailsIsAnError()
    {
        WriteCompiler("echo no such instruction >&2; exit 1");
        using var verb = Start("fidelity");
        Assert.Contains("no such instruction", verb.StandardError.ReadToEnd(), StringComparison.Ordinal);
        verb.WaitForExit();
        Assert.Equal(ExitCode.RunFailed, verb.ExitCode);
        Assert.Empty(PrivateDirectories());
    }

    [Theory]
    [InlineData("-INT", 2)]
    [InlineData("-TERM", 15)]
    public void ASignalLeavesNothingBehind(string signal, int number)
    {
        Signals.SkipWhereIgnored(number);
        WriteCompiler("exec /bin/sleep 20");
        using var verb = Start("fidelity");
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (!verb.HasExited && PrivateDirectories().All(path => !File.Exists(Path.Combine(path, "loops.c")))
            && DateTime.UtcNow < deadline)
            Thread.Sleep(20);
        Assert.Single(PrivateDirectories());

        using var kill = Process.Start("/bin/kill", [signal, verb.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(verb.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Empty(PrivateDirectories());
    }

    [Fact]
    public void OnlyACompilerInThePathIsFound()
    {
        Assert.Null(CCompiler.Find(null));
        Assert.Null(CCompiler.Find(directory.FullName));
        WriteCompiler("exit 0");
        Assert.NotNull(CCompiler.Find($"/nowhere:{directory.FullName}"));
    }

    private string[] PrivateDirectories() => Directory.GetDirectories(directory.FullName, "bench-*");

    private void WriteCompiler(string body)
    {
        string path = Path.Combine(directory.FullName, "cc");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private Process Start(params string[] args)
    {
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = directory.FullName;
        start.Environment["TMPDIR"] = directory.FullName;
        return Process.Start(start)!;
    }
}
