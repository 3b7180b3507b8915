using System.Diagnostics;
using System.Globalization;

namespace Bench.Tests.Results;

/// <summary>
/// 5,000 benchmarks of 3 launches and 30 measurements. Processor time stands for time, since neighbours on the machine must not
/// fail a test; BENCH_SPEED=1 checks the wall clock too.
/// </summary>
public class SpeedTests
{
    private const int Benchmarks = 5000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private const long MemoryLimit = 500L << 20;

    [Fact(Explicit = true)]
    public void CompareAndReportOfFiveThousandBenchmarks()
    {
        using var folder = new TemporaryFolder();
        string old = Write(folder, "base", 1);
        string current = Write(folder, "head", 2);
        Measure("compare", old, current, "-o", Path.Combine(folder.Path, "compare.md"));
        Measure("report", current, "-o", Path.Combine(folder.Path, "report.html"));
        Assert.Contains("geometric mean of 1000", File.ReadAllText(Path.Combine(folder.Path, "compare.md")));
    }

    private static string Write(TemporaryFolder folder, string name, int seed)
    {
        string[] types = ["Syscall", "FunctionCall", "PageFault", "WarmAccess", "Other"];
        var random = new Random(seed);
        string path = Path.Combine(folder.Path, $"{name}-report-full.json");
        using var file = new StreamWriter(path);
        string frame = Sample.Report().ToJsonString();
        file.Write(frame[..(frame.LastIndexOf('[') + 1)]);
        for (int i = 0; i < Benchmarks; i++)
        {
            double[][] launches = Enumerable.Range(0, 3)
                .Select(_ => Enumerable.Range(0, 30).Select(_ => 100 * (1 + 0.01 * Sample.Normal(random))).ToArray()).ToArray();
            file.Write((i == 0 ? "" : ",") + Sample.Benchmark(types[i % types.Length], $"Method{i}", $"Case={i}", launches).ToJsonString());
        }

        file.Write(frame[(frame.LastIndexOf('[') + 1)..]);
        return path;
    }

    private static void Measure(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process =
            Process.Start(
                new ProcessStartInfo("dotnet", [typeof(Bench.Commands.CompareCommand).Assembly.Location, .. arguments])
                {
                    RedirectStandardOutput = true
                })!;
        long peak = 0;
        var busy = TimeSpan.Zero;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, Peak(process.Id));
            busy = Busy(process) ?? busy;
        }

        Assert.Equal(0, process.ExitCode);
        var wall = clock.Elapsed;
        Assert.True(peak is > 0 and < MemoryLimit, $"{arguments[0]}: {peak >> 20} MB");
        Assert.True(busy < 2 * Limit, $"{arguments[0]}: {busy.TotalSeconds:0.0} s of two processors");
        if (Environment.GetEnvironmentVariable("BENCH_SPEED") == "1")
            Assert.True(wall < Limit, $"{arguments[0]}: {wall.TotalSeconds:0.0} s");
    }

    private static TimeSpan? Busy(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static long Peak(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : 1024 * long.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
