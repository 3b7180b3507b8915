
using Bench.Results.Data;

namespace Bench.Results.Copies;

/// <summary>Launches two copies so that they can be compared pair by pair.</summary>
public interface IPairedLaunches
{
    /// <summary>Runs the rounds; the i-th launches of both sides ran next to each other.</summary>
    /// <exception cref="LaunchException">A copy brought no usable report.</exception>
    (Run Base, Run Head) Run(IReadOnlyCollection<string> filters, int rounds, CancellationToken cancellation);
}
