using Bench.Interop.Processes;
using Bench.Machine.Readers;
using Bench.Settings;

namespace Bench.Doctor.Checks;

/// <summary>
/// What killed runs of this user left: settings, temporary folders, builds beside the executable. It is put back and removed, and named.
/// </summary>
internal sealed class LeftoversCheck() : Check("leftovers", FindingKind.Tools, "Leftovers",
    "settings that a killed run left changed bend every row, and its temporary folders and builds fill the disk")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) =>
        tree.IsLive && OperatingSystem.IsLinux() ? [Mend()] : [Ok("only looked for in the running system")];

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private Finding Mend()
    {
        List<string> mended = [];
        // Whoever has it knows that nothing is measured now.
        using var guard = SettingsGuard.TryAcquire(TimeSpan.Zero, mended.Add, out string busy);
        mended.AddRange(ProcessFolder.Sweep().Select(folder => $"removed {folder}"));
        if (guard is not null)
            mended.AddRange(LeftBuilds.Remove(AppContext.BaseDirectory).Select(folder => $"removed {folder}"));
        string seen = string.Join("; ", mended);
        if (guard is null && TransparentHugePages.Read() is not null)
            return Note(seen == "" ? busy : $"{seen}; {busy}", $"run {StartedAs.Own.With("doctor")} again when that has ended");
        return seen == "" ? Ok("none") : Note(seen);
    }
}
