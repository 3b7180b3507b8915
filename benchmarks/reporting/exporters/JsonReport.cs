using System.Collections.Immutable;
using Bench.Record;
using Bench.Selecting;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>
/// BenchmarkDotNet's full JSON with a "Bench" object of our own: at the root the environment and the rows left out; in each benchmark
/// what it promised, what was counted in each iteration, and its marks.
/// </summary>
internal sealed class JsonReport(RunRecord record) : JsonExporterBase(indentJson: true, excludeMeasurements: false)
{
    private const int Schema = 1;

    protected override string FileNameSuffix => "-full";

    protected override IReadOnlyDictionary<string, object> GetDataToSerialize(Summary summary) =>
        base.GetDataToSerialize(summary).ToImmutableDictionary().Add("Bench", new
        {
            Schema,
            record.Unit,
            Environment = record.Environment.Select(fact => new { fact.Key, fact.Label, fact.Value, fact.Matters, fact.Bytes }),
            LeftOut = record.LeftOut.Select(row => new { row.Benchmark, row.Reason }),
        });

    protected override IReadOnlyDictionary<string, object> GetDataToSerialize(BenchmarkReport report)
    {
        var data = base.GetDataToSerialize(report).ToImmutableDictionary();
        if (record.FailureOf(report.BenchmarkCase) is { } reason)
            return data.Add("Bench", new { Failed = reason });
        if (record.CountsOf(report.BenchmarkCase) is not { } counts)
            return data;
        return data.Add("Bench", new
        {
            Expected = counts.PromisedFaults,
            Measured = counts.FaultsPerOperation,
            counts.Counter,
            Operation = (CaseInstance.Of(report.BenchmarkCase) as ICountsOperations)?.Unit,
            counts.Waits,
            counts.Memory?.TouchedPages,
            counts.Memory?.ResidentPages,
            counts.Memory?.RssAnonBytes,
            counts.Memory?.ResidentPerTouched,
            counts.Memory?.RssAnonPerTouched,
            Marks = record.MarksOf(report.BenchmarkCase).Select(mark => new { mark.Id, mark.Text, mark.Meaning }),
            Launches = counts.Launches.Select((launch, index) => new
            {
                Launch = index + 1,
                launch.Processor,
                launch.TimedNanoseconds,
                launch.TotalNanoseconds,
                Iterations = launch.Named(),
            }),
        });
    }
}
