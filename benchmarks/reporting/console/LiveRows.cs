using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Bench.Measuring;
using Bench.Selecting;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Console;

/// <summary>One line a case as soon as it is done (with several rounds, one a launch), with the time left.</summary>
internal sealed class LiveRows(TextWriter output, RunRecord record, IReadOnlyList<BenchmarkCase> cases, int rounds) : EventProcessor
{
    private readonly TimeLeft timeLeft = new(Enumerable.Repeat(cases, rounds).SelectMany(round => round).Select(item => (item.Descriptor.Type.Name, Usual(item))));
    private readonly Stopwatch row = new();
    private readonly int total = cases.Count * rounds;
    private int done;

    public override void OnStartBuildStage(IReadOnlyList<BuildPartition> partitions) =>
        output.WriteLine($"Building {cases.Count} {(cases.Count == 1 ? "case" : "cases")}{(rounds > 1 ? $", for {rounds} rounds in new orders" : "")} (some seconds) …");

    public override void OnStartRunStage() => row.Start();

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        done++;
        timeLeft.Done(benchmarkCase.Descriptor.Type.Name, row.Elapsed);
        row.Restart();
        string name = CaseName.Of(benchmarkCase);
        string result = report.ResultStatistics is { } statistics
            ? string.Create(CultureInfo.InvariantCulture, $"{statistics.Mean,12:N2} {record.Unit}  ±{statistics.StandardError / statistics.Mean,6:P1}")
            : "      failed";
        string marks = string.Concat(record.MarksOf(benchmarkCase).Select(mark => "  ! " + mark.Text));
        output.WriteLine($"[{done,3}/{total}] {name,-52} {result}  {Left(timeLeft.Estimate())}{marks}");
    }

    private static double Usual(BenchmarkCase item) => item.Descriptor.Type.GetCustomAttribute<SuiteJobAttribute>()?.UsualSeconds ?? 1;

    private static string Left(TimeSpan left) => left < TimeSpan.FromSeconds(1) ? "" : left.TotalMinutes >= 1
        ? $"{(int)left.TotalMinutes} min {left.Seconds} s left"
        : $"{left.Seconds} s left";
}
