using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Files;

namespace Bench.Settings;

/// <summary>
/// The locks that a run holds: its user's own, under which it has restored what a killed run of his left, and then the directory's.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class SettingsLocks : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly SettingsLock? own;
    private readonly SettingsLock directory;

    private SettingsLocks(SettingsLock? own, SettingsLock directory)
    {
        this.own = own;
        this.directory = directory;
    }

    private delegate SettingsLock? TryLock(SettingsPlace place, out LockHolder? holder);

    /// <summary>
    /// Takes both, waiting for whoever has them; root waits for another user's process at most
    /// <see cref="SettingsPlace.LongestWaitForOthers"/>.
    /// </summary>
    /// <param name="place">Where the settings are.</param>
    /// <param name="wait">How long to wait for each; zero asks once.</param>
    /// <param name="tell">Takes a line: whom it waits for, what it restored.</param>
    /// <param name="reason">Why they could not be had.</param>
    /// <exception cref="SystemError">There are no settings, or no lock can be had.</exception>
    /// <exception cref="IOException">Root's own lock is in somebody else's hands.</exception>
    public static SettingsLocks? TryTake(SettingsPlace place, TimeSpan wait, Action<string> tell, out string reason)
    {
        SettingsLock? own = null;
        if (place.OwnLock is not null)
        {
            own = Await(place, SettingsLock.TryTakeOwn, _ => wait, tell, out reason);
            if (own is null)
                return null;
            // Before waiting for the directory: that may be held by anybody, for ever.
            Leftovers.Recover(place, tell, alone: false);
        }
        var directory = Await(place, SettingsLock.TryTake, holder => LongestWait(place, wait, holder), tell, out reason);
        if (directory is not null)
            return new SettingsLocks(own, directory);
        own?.Dispose();
        return null;
    }

    /// <summary>Lets the next one have them.</summary>
    public void Dispose()
    {
        directory.Dispose();
        own?.Dispose();
    }

    // Whose process it is can't be told of one in another container: it may be anybody's.
    private static TimeSpan LongestWait(SettingsPlace place, TimeSpan wait, LockHolder? holder) =>
        place.OwnLock is null || holder?.User == Unistd.geteuid() || wait < place.LongestWaitForOthers ? wait : place.LongestWaitForOthers;

    private static SettingsLock? Await(SettingsPlace place, TryLock take, Func<LockHolder?, TimeSpan> limit, Action<string> tell,
        out string reason)
    {
        var waited = Stopwatch.StartNew();
        SettingsLock? held;
        LockHolder? told = null;
        for (bool first = true; (held = take(place, out var holder)) is null; first = false)
        {
            var longest = limit(holder);
            string who = holder?.ToString() ?? "another process";
            if (waited.Elapsed >= longest)
            {
                reason = $"huge page settings are in use by {who}; waited {longest.TotalSeconds:0.#} s";
                return null;
            }
            // Told again where another user's process comes in between: that is waited for less long.
            if (first || (holder is not null && told is not null && holder.User != told.User))
                tell($"waiting up to {longest.TotalSeconds:0.#} s for {who}, which is using the huge page settings");
            told = holder ?? told;
            Thread.Sleep(PollInterval);
        }
        reason = "";
        return held;
    }
}
