using System.Runtime.Versioning;
using Bench.Interop.Files;

namespace Bench.Settings;

/// <summary>Where settings and the journal of their changes live, and which files may be written at all.</summary>
/// <param name="Root">The settings' directory in sysfs.</param>
/// <param name="JournalDirectories">Directories for the journal: all are searched, the first that can be written is used.</param>
/// <param name="OwnLock">Root's own lock, in a directory that only root can write; null for other users, and where root can't
/// either.</param>
[SupportedOSPlatform("linux")]
internal sealed record SettingsPlace(string Root, IReadOnlyList<string> JournalDirectories, string? OwnLock = null)
{
    private const string RootsDirectory = "/run";

    /// <summary>How long a process of another user's is waited for by one that has a lock of its own.</summary>
    public TimeSpan LongestWaitForOthers { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Where root's runs keep their journal: there while settings are changed, and as long as a killed run's are. Its contents are root's
    /// to read.
    /// </summary>
    public string RootsJournal { get; init; } = $"{RootsDirectory}/bench-settings-0.journal";

    /// <summary>
    /// This machine's. Root keeps its journal in /run, where nobody else can plant one; others have only /tmp. Neither is
    /// meant to outlive the boot, as the settings do not. The root of a container without privileges may be one of the others.
    /// </summary>
    public static SettingsPlace System { get; } =
        Unistd.geteuid() != 0 ? new(TransparentHugePages.SysfsRoot, ["/tmp"])
        : new(TransparentHugePages.SysfsRoot, [RootsDirectory, "/tmp"],
            Unistd.access(RootsDirectory, Unistd.W_OK) == 0 ? $"{RootsDirectory}/bench-settings.lock" : null);

    /// <summary>The setting's name relative to the root, if it is one this project may write; otherwise null.</summary>
    public string? NameOf(string path) =>
        path.StartsWith(Root + "/", StringComparison.Ordinal) && IsSetting(path[(Root.Length + 1)..]) ? path[(Root.Length + 1)..] : null;

    /// <summary>Path of a setting by its name.</summary>
    public string PathOf(string name) => $"{Root}/{name}";

    /// <summary>Whether a name is <c>enabled</c>, <c>defrag</c> or <c>hugepages-&lt;digits&gt;kB/enabled</c>.</summary>
    public static bool IsSetting(string name)
    {
        const string Before = "hugepages-", After = "kB/enabled";
        return name is "enabled" or "defrag"
            || (name.Length > Before.Length + After.Length && name.StartsWith(Before, StringComparison.Ordinal)
                && name.EndsWith(After, StringComparison.Ordinal) && name[Before.Length..^After.Length].All(char.IsAsciiDigit));
    }
}
