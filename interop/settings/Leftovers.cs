using System.Runtime.Versioning;

namespace Bench.Interop.Settings;

/// <summary>What a killed run left changed.</summary>
[SupportedOSPlatform("linux")]
internal static class Leftovers
{
    /// <summary>Restores it, if nobody is using the settings now.</summary>
    /// <returns>False when the lock is taken.</returns>
    public static bool TryRecover(SettingsPlace place, Action<string> tell)
    {
        if (!new JournalFile(place).Exists)
            return true;
        try
        {
            using SettingsLock? held = SettingsLock.TryTake(place);
            if (held is null)
                return false;
            Recover(place, tell);
        }
        catch (SystemError error)
        {
            tell($"could not look for settings left changed by a killed run: {error.Message}");
        }
        return true;
    }

    /// <summary>Restores it; the caller holds the lock.</summary>
    public static void Recover(SettingsPlace place, Action<string> tell)
    {
        var file = new JournalFile(place);
        var stuck = new List<JournalEntry>();
        try
        {
            foreach (Journal journal in file.ReadLeftovers(tell))
            {
                foreach (JournalEntry entry in journal.Entries.Reverse())
                {
                    if (!entry.PutBack(place, tell, line => tell($"{line}: process {journal.ProcessId} was killed before it could")))
                        stuck.Insert(0, entry);
                }
            }
            file.Write(stuck);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SystemError)
        {
            tell($"could not restore settings left changed by a killed run: {error.Message}");
        }
    }
}
