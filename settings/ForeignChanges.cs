using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Processes;
using Microsoft.Win32.SafeHandles;

namespace Bench.Settings;

/// <summary>
/// Settings that a killed run of root's left changed, as other users see them: they can neither read its journal nor put anything back.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class ForeignChanges
{
    // A guardian needs a moment to notice, and this one's run holds up nobody but itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Why nothing should be measured, after waiting a moment for the settings to be put back; null where nothing is in the way. The caller
    /// holds the directory's lock.
    /// </summary>
    public static string? WhyNotMeasure(SettingsPlace place)
    {
        // Root's own leftovers have been put back by now, or told.
        if (Unistd.geteuid() == 0)
            return null;
        var waited = Stopwatch.StartNew();
        while (IsRoots(place.RootsJournal))
        {
            if (waited.Elapsed >= Patience)
                return $"a run of root's was killed and has left huge page settings changed ({place.RootsJournal}): "
                    + $"nothing is measured under them; as root, {StartedAs.Own.With("doctor")} puts them back";
            Thread.Sleep(PollInterval);
        }
        return null;
    }

    private static bool IsRoots(string path)
    {
        // For its owner alone: its contents are not this user's to read.
        int fd = Unistd.open(path, Unistd.O_PATH | Unistd.O_CLOEXEC | Unistd.O_NOFOLLOW);
        if (fd < 0)
            return false;
        using var file = new SafeFileHandle(fd, ownsHandle: true);
        var stat = SysStat.Of(file);
        return stat.stx_uid == 0 && (stat.stx_mode & SysStat.S_IFMT) == SysStat.S_IFREG;
    }
}
