using Bench.Results.Copies;

namespace Bench.Commands;

/// <summary>Two built copies of the suite.</summary>
internal sealed class SuitePair : IPair
{
    private readonly SuiteCopy old;
    private readonly SuiteCopy current;
    private readonly PairedCopies copies;

    /// <param name="folders">The old copy's and the new one's.</param>
    /// <param name="filters">What is measured.</param>
    /// <param name="rest">The user's options for every launch.</param>
    /// <param name="turns">What they take turns at.</param>
    /// <param name="say">Takes one line of progress.</param>
    /// <exception cref="IOException">Somebody holds the settings for too long, or has left them changed.</exception>
    public SuitePair((string Old, string Current) folders, string[] filters, string[] rest, TurnLength turns, Action<string> say)
    {
        int atOnce = turns == TurnLength.Iteration ? 2 : 1;
        string[] options = new LaunchBudget(filters, rest, atOnce, say).Options();
        old = new SuiteCopy(folders.Old, options, say);
        current = new SuiteCopy(folders.Current, options, say);
        copies = new PairedCopies(old, current, turns, say);
    }

    public IPairedLaunches Launches => copies.Launches;

    public void Dispose()
    {
        copies.Dispose();
        current.Dispose();
        old.Dispose();
    }
}
