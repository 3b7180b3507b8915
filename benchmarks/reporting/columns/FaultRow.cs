using Bench.Workloads;
using Bench.Workloads.Mechanisms;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>Parameters of a row of <see cref="PageFault"/>.</summary>
internal readonly record struct FaultRow(string Mechanism, int Pages, string Order)
{
    public static FaultRow? Of(BenchmarkCase row) => row.Descriptor.Type != typeof(PageFault)
        ? null
        : new FaultRow(
            row.Parameters["Mechanism"].ToString()!,
            (int)row.Parameters["Pages"],
            row.Parameters["Order"].ToString()!);

    public static BenchmarkCase? Find(Summary summary, Func<FaultRow, bool> wanted) =>
        summary.BenchmarksCases.FirstOrDefault(row => Of(row) is FaultRow found && wanted(found));
}
