using System.Globalization;
using Bench.Commands;
using Bench.Measuring;
using Bench.Record;
using Bench.Reporting.Columns;
using Bench.Reporting.Exporters;
using Bench.Results.Data;
using Bench.Results.Read;
using Bench.Selecting;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Tests.Reporting;

/// <summary>A run that took the times it is told: rows of one class, two launches of three iterations each, in every output.</summary>
internal sealed class FixedRun : IDisposable
{
    private const long Operations = 1000;

    // Iterations of a launch, as multiples of its median; launches, as multiples of the row's centre.
    private static readonly double[] Iterations = [1, 0.99, 1.02];
    private static readonly double[] Launches = [0.9, 1.1];

    private readonly CountSpool spool = CountSpool.Create();
    private readonly RunRecord record;
    private readonly double call;

    /// <param name="type">The class.</param>
    /// <param name="rows">What its rows' names contain, and their centres in ns.</param>
    public FixedRun(Type type, params (string Name, double Centre)[] rows)
        : this(new RunRecord([]), "", 1.25, type, rows)
    {
    }

    /// <param name="record">What is known of the run that the class is part of.</param>
    /// <param name="folder">Where reports go.</param>
    /// <param name="call">A plain call beside each iteration, in ns.</param>
    /// <param name="type">The class.</param>
    /// <param name="rows">What its rows' names contain, and their centres in ns.</param>
    public FixedRun(RunRecord record, string folder, double call, Type type, params (string Name, double Centre)[] rows)
    {
        (this.record, this.call) = (record, call);
        record.LeaveOut(new LeftOut($"{type.Name} of another machine", "needs a | that isn't <there>"));
        var config = SuiteConfig.Create(record, spool, verbose: false)
            .AddJob(Job.Dry)
            .AddFilter(new SimpleFilter(item => rows.Any(row => Fits(item, row.Name))));
        var cases = SelectedCases.Of([type], config).Single().BenchmarksCases;
        Assert.Equal(rows.Length, cases.Length);
        BenchmarkReport[] reports = [.. cases.Select(item => Report(item, rows.Single(row => Fits(item, row.Name)).Centre))];
        Summary = new Summary(type.Name, [.. reports], new FixedHost(), folder, "", TimeSpan.Zero, CultureInfo.InvariantCulture, [], []);
    }

    public Summary Summary { get; }

    /// <summary>The text of each output by its name.</summary>
    public IReadOnlyDictionary<string, string> Outputs
    {
        get
        {
            string json = Text(new JsonReport(record));
            var run = new Bench.Results.Input.RunSource().Of("run", System.Text.Encoding.UTF8.GetBytes(json)) with { Source = "run" };
            return new Dictionary<string, string>
            {
                ["terminal.txt"] = Text(MarkdownExporter.Console),
                ["md"] = Text(new MarkdownReport(record)),
                ["html"] = Text(new HtmlReport(record)),
                ["csv"] = Text(new CsvExporter(CsvSeparator.Comma, ResultColumn.InFull)),
                ["json"] = json,
                ["page.html"] = Bench.Results.Show.Page.ReportPage.Write([run]),
                ["stopped.md"] = Bench.Results.Show.Table.MarkdownResults.Write(run),
                ["stopped.csv"] = Bench.Results.Show.Table.CsvResults.Write(run),
            };
        }
    }

    public void Dispose() => spool.Dispose();

    private static bool Fits(BenchmarkCase item, string name) =>
        FullNameProvider.GetBenchmarkName(item).EndsWith(name, StringComparison.Ordinal);

    private string Text(IExporter exporter)
    {
        var log = new AccumulationLogger();
        exporter.ExportToLog(Summary, log);
        return log.GetLog();
    }

    private BenchmarkReport Report(BenchmarkCase item, double centre)
    {
        record.Add(item, new CaseCounts([.. Launches.Select(launch => Counts(item, centre * launch, call))]));
        return new BenchmarkReport(true, item, Built, BuildResult.Success(Built),
            [.. Launches.Select((launch, i) => Launch(centre * launch, i + 1))], []);
    }

    private static GenerateResult Built => GenerateResult.Success(null!, []);

    private static ExecuteResult Launch(double median, int launch)
    {
        var lines = new[] { IterationStage.Actual, IterationStage.Result }.SelectMany(stage => Iterations.Select((factor, i) =>
            new Measurement(launch, IterationMode.Workload, stage, i + 1, Operations, median * factor * Operations).ToString()));
        return new ExecuteResult(true, 0, null, [.. lines], [], [], launch);
    }

    private static LaunchCounts Counts(BenchmarkCase item, double median, double call)
    {
        double? promised = item.HasParameters ? 1 : null;
        return new LaunchCounts(FullNameProvider.GetBenchmarkName(item), "fixed counter", promised, 0.01, 1, 1e6, 2e6,
        [
            .. Iterations.Select(factor => new IterationCounts(
                Operations, median * factor * Operations, 0.98 * median * factor * Operations, promised is null ? 0 : Operations, 0, 0)
            {
                CallNanoseconds = call,
                QuietNanoseconds = promised is null ? 0.95 * median : null,
            }),
        ])
        {
            Memory = item.HasParameters ? new MemoryCost(Operations, 2 * Operations, Operations * 4096, 4096) : null,
        };
    }

    private sealed class FixedHost : HostEnvironmentInfo
    {
        public FixedHost()
        {
            (Architecture, Configuration, RuntimeVersion, HasAttachedDebugger) = ("X64", "RELEASE", ".NET 10", false);
            (JitInfo, HardwareIntrinsicsShort, BenchmarkDotNetVersion, InDocker) = ("RyuJIT", "none", "0.15.8", false);
            Cpu =
                new(
                    () => new Perfolizer.Models.CpuInfo
                    {
                        ProcessorName = "Fixed",
                        LogicalCoreCount = 2,
                        PhysicalCoreCount = 2,
                        PhysicalProcessorCount = 1
                    });
            Os = new(() => new Perfolizer.Models.OsInfo { Name = "Fixed", Version = "1" });
            DotNetSdkVersion = new(() => "10");
            VirtualMachineHypervisor = new(() => null!);
        }
    }
}
