using Bench.Measuring;
using Bench.Record;
using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace Bench.Reporting;

/// <summary>Takes what the counting engine left in the spool into the run's record, and into BenchmarkDotNet's metrics.</summary>
internal sealed class CountDiagnoser(CountSpool spool, RunRecord record) : IDiagnoser
{
    public IEnumerable<string> Ids => [nameof(CountDiagnoser)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    public BenchmarkDotNet.Diagnosers.RunMode GetRunMode(BenchmarkCase benchmarkCase) => BenchmarkDotNet.Diagnosers.RunMode.NoOverhead;

    public void Handle(HostSignal signal, DiagnoserActionParameters parameters) { }

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results)
    {
        var launches = spool.Take(FullNameProvider.GetBenchmarkName(results.BenchmarkCase), out string? broken);
        if (broken is not null)
            record.LostCounts(results.BenchmarkCase, broken);
        if (launches.Count == 0 || launches.All(launch => launch.Iterations.Count == 0))
            return [];
        var counts = new CaseCounts(launches) { Unit = record.Unit };
        record.Add(results.BenchmarkCase, counts);
        return Metrics(counts);
    }

    /// <summary>What is counted, as BenchmarkDotNet's own.</summary>
    public static IReadOnlyList<Metric> Metrics(CaseCounts counts) =>
    [
        new(new CountMetric("FaultsPerOperation", "minor faults per operation"), counts.FaultsPerOperation),
        new(new CountMetric("CpuShare", "CPU time of the measuring thread / wall time"), counts.CpuShare),
        new(new CountMetric("InvoluntarySwitches", "involuntary context switches in all iterations"), counts.InvoluntarySwitches),
    ];

    public void DisplayResults(ILogger logger) { }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    private sealed record CountMetric(string Id, string Legend) : IMetricDescriptor
    {
        public string DisplayName => Id;

        public string NumberFormat => "0.0000";

        public UnitType UnitType => UnitType.Dimensionless;

        public string Unit => "";

        public bool TheGreaterTheBetter => false;

        public int PriorityInCategory => 0;

        // As a column: the suite has its own of them.
        public bool GetIsAvailable(Metric metric) => false;
    }
}
