using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Bench.Record;
using Bench.Results;
using Bench.Results.Show;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Console;

/// <summary>One line a case as soon as it is done (with several rounds, one a launch), with the time left.</summary>
/// <param name="output">Takes the lines.</param>
/// <param name="record">What the run knows.</param>
/// <param name="cases">All cases.</param>
/// <param name="rounds">Launches of each.</param>
/// <param name="forecast">Seconds that all launches of a case take, by BenchmarkDotNet's full name; empty where nothing is known
/// beforehand.</param>
internal sealed class LiveRows(TextWriter output, RunRecord record, IReadOnlyList<BenchmarkCase> cases, int rounds,
    IReadOnlyDictionary<string, double> forecast) : EventProcessor
{
    private readonly ITimeLeft timeLeft = TimeLeftOf(Enumerable.Repeat(cases, rounds).SelectMany(round => round), rounds, forecast);
    private readonly Stopwatch row = new();
    private readonly int total = cases.Count * rounds;
    // What the rest of the line leaves of the screen.
    private readonly int nameColumns = Math.Clamp(Terminal.Columns(100) - 46, 0, 52);
    // A log has each case on one line, however long.
    private readonly int lineColumns = Terminal.Columns(int.MaxValue);
    private int done;

    public override void OnStartBuildStage(IReadOnlyList<BuildPartition> partitions) =>
        output.WriteLine(
            $"Building {Counted.Describe(cases.Count, "case")}{(rounds > 1 ? $", for {rounds} rounds in new orders" : "")} (some seconds) "
                + $"…");

    public override void OnStartRunStage() => row.Start();

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        done++;
        timeLeft.Done(Key(benchmarkCase, forecast), row.Elapsed);
        row.Restart();
        string name = CaseName.Of(benchmarkCase);
        string result = report.ResultStatistics is { } statistics
            ? string.Create(CultureInfo.InvariantCulture,
                $"{statistics.Mean,12:N2} {record.Unit}  ±{statistics.StandardError / statistics.Mean,6:P1}")
            : "      failed";
        string line = $"[{done,3}/{total}] {name.PadRight(nameColumns)} {result}  {Left(timeLeft.Estimate())}";
        string[] marks = [.. record.MarksOf(benchmarkCase).Select(mark => "  ! " + mark.Text)];
        bool fits = line.Length + marks.Sum(mark => mark.Length) <= lineColumns;
        output.WriteLine(line + string.Concat(marks.Select(mark => fits ? mark : "\n    " + mark)));
    }

    private static ITimeLeft TimeLeftOf(IEnumerable<BenchmarkCase> launches, int rounds, IReadOnlyDictionary<string, double> forecast) =>
        forecast.Count > 0
        ? new ForecastLeft(launches.Select(item => (Key(item, forecast), forecast.GetValueOrDefault(Key(item, forecast)) / rounds)))
        : new TimeLeft(launches.Select(item => (Key(item, forecast), Usual(item))));

    // Rows are told apart where each has a forecast of its own.
    private static string Key(BenchmarkCase item, IReadOnlyDictionary<string, double> forecast) =>
        forecast.Count > 0 ? FullNameProvider.GetBenchmarkName(item) : item.Descriptor.Type.Name;

    private static double Usual(BenchmarkCase item) => item.Descriptor.Type.GetCustomAttribute<SuiteJobAttribute>()?.UsualSeconds ?? 1;

    private static string Left(TimeSpan left) => left < TimeSpan.FromSeconds(1) ? "" : $"{Durations.Describe(left)} left";
}
