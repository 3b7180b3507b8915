using Bench.Results.Copies;

namespace Bench.Commands;

/// <summary>The two sides that <c>ab</c> holds against each other, for as long as it does.</summary>
internal interface IPair : IDisposable
{
    /// <summary>Launches them.</summary>
    IPairedLaunches Launches { get; }

    /// <summary>What is to be said of them with the verdict.</summary>
    IEnumerable<string> Notes => [];
}
