using Bench.Interop.Memory;
using Bench.Settings;

namespace Bench.Tests.Settings;

/// <summary>A temporary directory laid out as /sys/kernel/mm/transparent_hugepage, and one beside it for journals.</summary>
internal sealed class SettingsDirectory : IDisposable
{
    private readonly string top = Directory.CreateTempSubdirectory("settings-test-").FullName;

    public SettingsDirectory(string global)
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Journals);
        Set("enabled", "always madvise never", global);
        Set("defrag", "always defer defer+madvise madvise never", "madvise");
        File.WriteAllText(Path.Combine(Root, "hpage_pmd_size"), $"{512L * PageSize.Bytes}\n");
    }

    public string Root => Path.Combine(top, "transparent_hugepage");

    public string Journals => Path.Combine(top, "journals");

    public string Journal => Path.Combine(Journals, $"bench-settings-{Bench.Interop.Files.Unistd.geteuid()}.journal");

    public SettingsPlace Place => new(Root, [Journals]);

    /// <summary>The same for a user with a lock of his own, as root has.</summary>
    public SettingsPlace PlaceWithOwnLock => Place with { OwnLock = Path.Combine(Journals, "bench-settings.lock") };

    public static string NameOf(int pages) => $"hugepages-{(long)pages * PageSize.Bytes / 1024}kB/enabled";

    public string PathOf(int pages) => Path.Combine(Root, NameOf(pages));

    public SettingsDirectory With(int pages, string value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(pages))!);
        Set(NameOf(pages), "always inherit madvise never", value);
        return this;
    }

    /// <summary>The journal of a process that was killed after it had changed one size.</summary>
    public void LeaveChanged(int pages, string was, string ours, int process)
    {
        With(pages, ours);
        File.WriteAllText(Journal, new Bench.Settings.Journal(process, [new JournalEntry(NameOf(pages), was, ours)]).Format());
        File.SetUnixFileMode(Journal, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Writes as the kernel would show it, every word and brackets around the chosen one.</summary>
    public void Apply(IEnumerable<SettingChange> changes)
    {
        foreach (var change in changes)
            Set(Path.GetRelativePath(Root, change.Path), "always inherit madvise never", change.Value);
    }

    public string ValueOf(int pages) => SettingFile.Read(PathOf(pages));

    public TransparentHugePages Read() => TransparentHugePages.Read(Root)!;

    public SettingsGuard Acquire(Action<string>? tell = null)
    {
        var guard = SettingsGuard.TryAcquire(Place, TimeSpan.Zero, tell ?? Assert.Fail, out string reason);
        Assert.True(guard is not null, reason);
        return guard!;
    }

    public void Dispose() => Directory.Delete(top, recursive: true);

    private void Set(string name, string words, string value) =>
        File.WriteAllText(Path.Combine(Root, name), $" {words} ".Replace($" {value} ", $" [{value}] ").Trim() + "\n");
}
