
using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>The same benchmark on both sides.</summary>
/// <param name="Base">The old side.</param>
/// <param name="Head">The new side.</param>
public sealed record RowPair(BenchmarkRow Base, BenchmarkRow Head);

/// <summary>An environment fact that both sides state differently, or only one of them states.</summary>
/// <param name="Label">What differs.</param>
/// <param name="Base">The old side's value; null when it doesn't say.</param>
/// <param name="Head">The new side's value; null when it doesn't say.</param>
/// <param name="Matters">Whether runs that differ here can't be compared. A side that doesn't say can't be found to differ.</param>
public sealed record EnvironmentDifference(string Label, string? Base, string? Head, bool Matters);
