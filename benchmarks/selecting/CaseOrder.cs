using System.Collections.Immutable;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>
/// Cases by their parameters' own order, then as declared: BenchmarkDotNet's order compares values of one type only, and each mechanism is
/// a type of its own. A table of rows without parameters goes from the fastest to the slowest.
/// </summary>
internal sealed class CaseOrder : DefaultOrderer
{
    public override IEnumerable<BenchmarkCase> GetExecutionOrder(
        ImmutableArray<BenchmarkCase> benchmarksCase, IEnumerable<BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule>? order = null) =>
            Sorted(benchmarksCase);

    public override IEnumerable<BenchmarkCase> GetSummaryOrder(ImmutableArray<BenchmarkCase> benchmarksCases, Summary summary) =>
        benchmarksCases.Any(item => item.HasParameters)
            ? Sorted(benchmarksCases)
            : benchmarksCases.OrderBy(
                item => summary.HasReport(item) ? summary[item]?.ResultStatistics?.Mean ?? double.MaxValue : double.MaxValue);

    private static IEnumerable<BenchmarkCase> Sorted(IEnumerable<BenchmarkCase> cases) => cases
        .OrderBy(item => item.Descriptor.Type.Name, StringComparer.Ordinal)
        .ThenBy(item => item, Comparer<BenchmarkCase>.Create(CompareParameters))
        .ThenBy(item => item.Descriptor.MethodIndex)
        .ThenBy(item => item.Job.Id, StringComparer.Ordinal);

    private static int CompareParameters(BenchmarkCase left, BenchmarkCase right) => left.Parameters.Items
        .Zip(right.Parameters.Items, (x, y) => Comparer<object>.Default.Compare(x.Value, y.Value))
        .FirstOrDefault(result => result != 0);
}
