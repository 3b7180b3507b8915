using Bench.Results.Pair;
using Bench.Workloads;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>What a batch saves.</summary>
public sealed class TimesPlainCall : SuiteColumn
{
    /// <inheritdoc/>
    public override string ColumnName => "vs call";

    /// <inheritdoc/>
    public override string Legend => "Mean of one system call for each operation / Mean: above 1 is faster";

    /// <inheritdoc/>
    public override int PriorityInCategory => 3;

    /// <inheritdoc/>
    protected override string? Cell(Summary summary, BenchmarkCase row)
    {
        if (row.Descriptor.Type != typeof(Batching))
            return null;
        string plain = Reference.OperationOf(row.Parameters[Reference.How].ToString()!);
        var call = summary.BenchmarksCases.FirstOrDefault(other => other.Descriptor.Type == typeof(Batching) && other.Parameters[Reference.How].ToString() == plain);
        return Mean(summary, call) / Mean(summary, row) is double ratio ? Text(ratio, "0.00") + "x" : null;
    }
}
