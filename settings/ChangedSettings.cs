using System.Runtime.Versioning;

namespace Bench.Settings;

/// <summary>The settings changed now, oldest first, and their journal, which is always on disk before a setting is written.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ChangedSettings(SettingsPlace place, Action<string> tell)
{
    private readonly SettingsJournalFile journal = new(place);
    private readonly List<JournalEntry> changed = [];
    private readonly List<JournalEntry> left = [];

    /// <summary>How many changes are in force.</summary>
    public int Depth => changed.Count;

    /// <summary>Whether a value could not be put back; it stays in the journal.</summary>
    public bool LeftAny => left.Count > 0;

    /// <summary>Writes the journal, then the settings.</summary>
    /// <exception cref="IOException">Either failed; the caller unwinds.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void Apply(IReadOnlyList<JournalEntry> entries)
    {
        journal.Write([.. left, .. changed, .. entries]);
        foreach (var entry in entries)
        {
            // Counted first: a write may take effect and its check still fail.
            changed.Add(entry);
            SettingFile.Write(place.PathOf(entry.Name), entry.Ours);
        }
    }

    /// <summary>Puts settings back, newest first, until <paramref name="depth"/> changes are left.</summary>
    public void Unwind(int depth, Action<string>? restored)
    {
        if (changed.Count <= depth && left.Count == 0 && !journal.Exists)
            return;
        while (changed.Count > depth)
        {
            var entry = changed[^1];
            changed.RemoveAt(changed.Count - 1);
            if (!entry.PutBack(place, tell, restored))
                left.Insert(0, entry);
        }
        try
        {
            journal.Write([.. left, .. changed]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            tell($"could not update the journal of changed settings: {error.Message}");
        }
    }
}
