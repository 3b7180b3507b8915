using Bench.Measuring;
using Bench.Record;
using Bench.Reporting;
using Bench.Reporting.Columns;
using Bench.Reporting.Console;
using Bench.Reporting.Exporters;
using Bench.Selecting;
using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using Perfolizer.Horology;

namespace Bench.Commands;

/// <summary>The suite's configuration of BenchmarkDotNet: every part is named here, none is inherited from its defaults.</summary>
internal static class SuiteConfig
{
    // A busy machine with two processors takes minutes for what an idle one does in ten seconds.
    private static readonly TimeSpan LongestBuild = TimeSpan.FromMinutes(10);

    public static ManualConfig Create(RunRecord record, CountSpool spool, bool verbose)
    {
        var config = ManualConfig.CreateEmpty()
            .AddColumnProvider(DefaultColumnProviders.Descriptor, new JobColumns(), DefaultColumnProviders.Params)
            .AddColumn(StatisticColumns.In(record.Unit))
            .AddColumnProvider(new ResultColumns(record), DefaultColumnProviders.Metrics)
            .AddDiagnoser(new CountDiagnoser(spool, record))
            .AddExporter([.. Reports(record).Select(report => new AtomicExporter(report, record))])
            .AddAnalyser(EnvironmentAnalyser.Default, ZeroMeasurementAnalyser.Default)
            .AddValidator(BaselineValidator.FailOnError, SetupCleanupValidator.FailOnError, JitOptimizationsValidator.FailOnError,
                RunModeValidator.FailOnError, DeferredExecutionValidator.FailOnError, ParamsAllValuesValidator.FailOnError,
                ParamsValidator.FailOnError)
            .WithOrderer(new CaseOrder())
            .AddLogger(verbose ? ConsoleLogger.Default : new ShortLog(ConsoleLogger.Default, record.Unit))
            .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Nanosecond).WithMaxParameterColumnWidth(40))
            .WithBuildTimeout(LongestBuild)
            .WithCultureInfo(System.Globalization.CultureInfo.InvariantCulture);
        config.UnionRule = ConfigUnionRule.Union;
        // ArtifactsLog takes its place.
        config.Options |= ConfigOptions.DisableLogFile;
        return config;
    }

    /// <summary>Why BenchmarkDotNet will refuse to run these; null where it won't.</summary>
    public static string? WhyInvalid(IEnumerable<BenchmarkRunInfo> runs) => runs
        .SelectMany(
            run => run.Config.GetValidators()
                .SelectMany(validator => validator.Validate(new ValidationParameters(run.BenchmarksCases, run.Config))))
        .FirstOrDefault(error => error.IsCritical)?.Message.ReplaceLineEndings(" ");

    private static IEnumerable<ExporterBase> Reports(RunRecord record) =>
        [new MarkdownReport(record), new HtmlReport(record), new CsvExporter(CsvSeparator.Comma, ResultColumn.InFull),
            new JsonReport(record)];
}
