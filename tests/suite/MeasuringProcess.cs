using System.Diagnostics;
using System.Globalization;

namespace Bench.Tests.Suite;

/// <summary>The processes that a run measures in.</summary>
internal static class MeasuringProcess
{
    /// <summary>Waits until <paramref name="run"/> measures, and gives the process that does.</summary>
    public static int WaitFor(Process run, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (ChildOf(run.Id) is int id)
                return id;
            Assert.False(run.HasExited, "the run ended before it measured");
            Assert.True(waited.Elapsed < patience, "nothing was measured");
            Thread.Sleep(20);
        }
    }

    /// <summary>A child of <paramref name="parent"/> that BenchmarkDotNet started to measure.</summary>
    public static int? ChildOf(int parent)
    {
        foreach (string directory in
            Directory.GetDirectories("/proc").Where(directory => char.IsAsciiDigit(Path.GetFileName(directory)[0])))
        {
            try
            {
                string stat = File.ReadAllText(Path.Combine(directory, "stat"));
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (int.Parse(fields[1], CultureInfo.InvariantCulture) == parent
                    && File.ReadAllText(Path.Combine(directory, "cmdline")).Contains("--benchmarkName", StringComparison.Ordinal))
                    return int.Parse(Path.GetFileName(directory), CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // The process ended while it was looked at.
            }
        }
        return null;
    }
}
