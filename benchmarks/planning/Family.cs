using Bench.Workloads.Faults.Kinds;
using Bench.Workloads.Faults.Mechanisms;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;

namespace Bench.Planning;

/// <summary>
/// Rows of a benchmark whose memory comes in the same way: their times per page are of one order, and change steadily with their
/// parameters.
/// </summary>
internal static class Family
{
    private const int Parts = 4;

    /// <summary>The rows, family by family, each in the order they came in.</summary>
    public static IEnumerable<BenchmarkCase[]> Of(IEnumerable<BenchmarkCase> rows) =>
        rows.GroupBy(row => (row.Descriptor.Type, row.Descriptor.WorkloadMethod, Way(row.Parameters))).Select(family => family.ToArray());

    /// <summary>
    /// Indices of the few of <paramref name="count"/> rows that tell the others: the first, the last, and three evenly between them.
    /// </summary>
    public static IReadOnlyList<int> Telling(int count) =>
        [.. Enumerable.Range(0, Parts + 1).Select(part => part * (count - 1) / Parts).Distinct()];

    /// <summary>
    /// Values of all rows where those that tell have one: others lie between their neighbours', in proportion. Empty where none has any.
    /// </summary>
    /// <param name="count">How many rows.</param>
    /// <param name="told">What is known, by ascending index.</param>
    public static IReadOnlyList<double> Spread(int count, IReadOnlyList<(int Index, double Value)> told) =>
        told.Count == 0
            ? []
            : [.. Enumerable.Range(0, count)
                .Select(
                    index => Between(told.LastOrDefault(known => known.Index <= index, told[0]),
                        told.FirstOrDefault(known => known.Index >= index, told[^1]), index))];

    private static double Between((int Index, double Value) left, (int Index, double Value) right, int index) =>
        left.Index == right.Index
            ? left.Value
            : left.Value + ((right.Value - left.Value) * (index - left.Index) / (right.Index - left.Index));

    private static string Way(ParameterInstances parameters) =>
        OperatingSystem.IsLinux()
            ? parameters.Items.Select(item => item.Value).FirstOrDefault(value => value is Mechanism or FaultKind)?.ToString() ?? ""
            : "";
}
