using Bench.Results.Copies;
using Bench.Settings;

namespace Bench.Commands;

/// <summary>
/// Two copies and the way they take turns. Where their processes run at once, this one holds the system settings for both.
/// </summary>
internal sealed class PairedCopies : IDisposable
{
    private readonly SettingsGuard? guard;

    /// <exception cref="IOException">Somebody holds the settings for too long, or has left them changed.</exception>
    public PairedCopies(SuiteCopy old, SuiteCopy current, TurnLength turns, Action<string> say)
    {
        bool both = old.TakesTurns && current.TakesTurns;
        if (turns == TurnLength.Iteration && !both)
            say("one of the copies is too old to take turns iteration by iteration: they take turns launch by launch");
        if (turns == TurnLength.Launch || !both)
        {
            Launches = new LaunchTurns(old, current, say);
            return;
        }
        Launches = new IterationTurns(old, current, say);
        if (!OperatingSystem.IsLinux() || TransparentHugePages.Read() is null)
            return;
        guard = SettingsGuard.TryAcquire(SettingsGuard.LongestWait, say, out string reason) ?? throw new IOException(reason);
    }

    /// <summary>Launches them.</summary>
    public IPairedLaunches Launches { get; }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
            guard?.Dispose();
    }
}
