using System.Runtime.Versioning;
using Bench.Interop;

namespace Bench.Settings;

/// <summary>What a killed run of this user's left changed.</summary>
[SupportedOSPlatform("linux")]
internal static class Leftovers
{
    /// <summary>
    /// Restores it, if no run of this user's is using the settings now. Another user's can't have changed these, so that his lock stops
    /// nobody.
    /// </summary>
    /// <returns>False when the lock is taken, or something could not be put back.</returns>
    public static bool TryRecover(SettingsPlace place, Action<string> tell)
    {
        if (!new SettingsJournalFile(place).Exists)
            return true;
        try
        {
            using var held = SettingsLock.TryTakeOwn(place, out _);
            return held is not null && Recover(place, tell, alone: place.OwnLock is null);
        }
        catch (Exception error) when (error is SystemError or IOException)
        {
            tell($"could not look for settings left changed by a killed run: {error.Message}");
            return false;
        }
    }

    /// <summary>Restores it; the caller holds the user's own lock.</summary>
    /// <param name="place">Where the settings are.</param>
    /// <param name="tell">Takes a line for each setting restored and each journal ignored.</param>
    /// <param name="alone">
    /// Whether the caller holds the directory's lock too. Where not, its holder's journal is that of a living run: one of a build that
    /// knows no other lock.
    /// </param>
    /// <returns>False when something could not be put back.</returns>
    public static bool Recover(SettingsPlace place, Action<string> tell, bool alone)
    {
        var file = new SettingsJournalFile(place);
        var stuck = new List<JournalEntry>();
        try
        {
            Journal[] journals = [.. file.ReadLeftovers(tell)];
            if (!alone && journals.Any(journal => SettingsLock.Holder(place)?.Id == journal.ProcessId))
                return false;
            foreach (var journal in journals)
            {
                foreach (var entry in journal.Entries.Reverse())
                {
                    if (!entry.PutBack(place, tell, line => tell($"{line}: process {journal.ProcessId} was killed before it could")))
                        stuck.Insert(0, entry);
                }
            }
            file.Write(stuck);
            return stuck.Count == 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SystemError)
        {
            tell($"could not restore settings left changed by a killed run: {error.Message}");
            return false;
        }
    }
}
