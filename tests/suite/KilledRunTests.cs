using System.Diagnostics;
using System.Globalization;
using Bench.Interop.Processes;

namespace Bench.Tests.Suite;

/// <summary>Measuring processes never outlive the one that reports, whatever kills it.</summary>
[Collection(SuiteProcesses.Name)]
public class KilledRunTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Theory(Explicit = true)]
    [InlineData("KILL")]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void ItsMeasuringProcessEndsToo(string signal)
    {
        if (signal == "INT")
            Signals.SkipWhereIgnored(Signals.Interrupt);
        var artifacts = Directory.CreateTempSubdirectory("bench-killed");
        try
        {
            using var run = Executable.Start("dotnet",
                [Executable.Dll, "--filter", "*WarmAccess*", "--region", "64MiB", "--iterationCount", "1000", "--artifacts",
                    artifacts.FullName], Executable.BenchmarksFolder);
            run.OutputDataReceived += (_, _) => { };
            run.BeginOutputReadLine();
            run.BeginErrorReadLine();
            int measuring = MeasuringProcess.WaitFor(run, Patience);
            using (var kill = Process.Start("kill", ["-" + signal, run.Id.ToString(CultureInfo.InvariantCulture)]))
                kill.WaitForExit();
            Assert.True(run.WaitForExit(Patience));
            Assert.NotEqual(0, run.ExitCode);
            var waited = Stopwatch.StartNew();
            while (Directory.Exists($"/proc/{measuring}"))
            {
                Assert.True(waited.Elapsed < Patience, $"process {measuring} still measures");
                Thread.Sleep(50);
            }
            // What the process could not remove itself, the next one does.
            if (signal == "KILL")
                ProcessFolder.Sweep();
            Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"bench-{run.Id}-*"));
        }
        finally
        {
            artifacts.Delete(true);
        }
    }
}
