using Bench.Interop.Perf;

namespace Bench.Explaining;

/// <summary>Iterations of a row by turns.</summary>
/// <param name="Event">The event that was sampled.</param>
/// <param name="IsTimer">Whether it is a timer.</param>
/// <param name="Plain">Median CPU nanoseconds of those that were not sampled.</param>
/// <param name="Slowdown">By how much the others were longer, as a share; the median of all turns.</param>
/// <param name="Count">Turns.</param>
/// <param name="Taken">The samples.</param>
internal sealed record SampledTurns(string Event, bool IsTimer, double Plain, double Slowdown, int Count, TakenSamples Taken);
