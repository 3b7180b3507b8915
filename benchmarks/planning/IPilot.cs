using BenchmarkDotNet.Running;

namespace Bench.Planning;

/// <summary>Learns what rows cost before they are measured.</summary>
internal interface IPilot
{
    /// <summary>The cost of each row, in the order of <paramref name="rows"/>.</summary>
    IReadOnlyList<RowCost> Costs(IReadOnlyList<BenchmarkCase> rows);

    /// <summary>Seconds of a run that rows have nothing to do with: this pilot, and BenchmarkDotNet's build.</summary>
    double Around { get; }
}
