using System.Runtime.Versioning;
using System.Text;

namespace Bench.Settings;

/// <summary>The text of a journal: which boot and process it is of, and the settings changed, oldest first.</summary>
[SupportedOSPlatform("linux")]
internal sealed record Journal(int ProcessId, IReadOnlyList<JournalEntry> Entries)
{
    private const string Header = "bench-settings 1";
    private const string Footer = "end";

    /// <summary>Identity of this boot (random(4)): a reboot resets every setting.</summary>
    public static string BootId { get; } = ReadBootId();

    public string Format()
    {
        var text = new StringBuilder();
        text.Append($"{Header}\nboot {BootId}\nprocess {ProcessId}\n");
        foreach (var entry in Entries)
            text.Append($"changed {entry.Name} {entry.Was} {entry.Ours}\n");
        return text.Append($"{Footer}\n").ToString();
    }

    /// <summary>Reads what <see cref="Format"/> wrote.</summary>
    /// <returns>Null, with the reason, for anything else: never an exception, as what is left over may be anything.</returns>
    public static Journal? Parse(string text, out string reason)
    {
        string[] lines = text.Split('\n');
        reason = "it is not a journal of changed settings";
        if (lines.Length < 5 || lines[0] != Header)
            return null;
        reason = "it is cut short";
        if (lines[^1] != "" || lines[^2] != Footer)
            return null;
        reason = "it is from before the last boot";
        if (lines[1] != $"boot {BootId}")
            return null;
        reason = "it is damaged";
        if (lines[2].Split(' ') is not ["process", var id] || !int.TryParse(id, out int process))
            return null;
        var entries = new List<JournalEntry>();
        foreach (string line in lines[3..^2])
        {
            if (line.Split(' ') is not ["changed", var name, var was, var ours]
                || !SettingsPlace.IsSetting(name) || !IsWord(was) || !IsWord(ours))
                return null;
            entries.Add(new JournalEntry(name, was, ours));
        }
        reason = "";
        return new Journal(process, entries);
    }

    private static bool IsWord(string value) =>
        value.Length is > 0 and <= 32 && value.All(letter => char.IsAsciiLetterLower(letter) || letter is '+' or '_');

    private static string ReadBootId()
    {
        try
        {
            return File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
