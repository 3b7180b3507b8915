using Bench.Results.Data;

namespace Bench.Results.Copies;

/// <summary>What can be launched again and again, each time as a fresh process.</summary>
public interface ICopy
{
    /// <summary>Runs the benchmarks once.</summary>
    /// <param name="filters">BenchmarkDotNet filters; none for every benchmark.</param>
    /// <param name="cancellation">Ends the process, gently first.</param>
    /// <exception cref="LaunchException">It brought no usable report.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Run Launch(IReadOnlyCollection<string> filters, CancellationToken cancellation);
}
