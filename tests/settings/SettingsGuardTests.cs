using Bench.Settings;

namespace Bench.Tests.Settings;

public sealed class SettingsGuardTests : IDisposable
{
    private readonly SettingsDirectory directory = new SettingsDirectory("madvise").With(16, "never").With(32, "never")
        .With(512, "inherit");
    private readonly List<string> lines = [];

    public void Dispose() => directory.Dispose();

    [Fact]
    public void ScopeChangesAndPutsBack()
    {
        using var guard = directory.Acquire();
        using (guard.Change(directory.Read().ChangesFor(16)))
        {
            Assert.Equal(16, directory.Read().LargestForMadvised);
            Assert.True(File.Exists(directory.Journal));
        }
        Assert.Equal(("never", "inherit"), (directory.ValueOf(16), directory.ValueOf(512)));
        Assert.False(File.Exists(directory.Journal));
        Assert.True(guard.ChangedFor > TimeSpan.Zero);
    }

    [Fact]
    public void NothingToChangeTouchesNothing()
    {
        using var guard = directory.Acquire();
        using (guard.Change([new SettingChange(directory.PathOf(16), "never")]))
            Assert.False(File.Exists(directory.Journal));
        Assert.Equal(TimeSpan.Zero, guard.ChangedFor);
    }

    [Fact]
    public void OuterScopeEndsInnerOnesAndLateDisposalsDoNothing()
    {
        using var guard = directory.Acquire();
        var outer = guard.Change([new SettingChange(directory.PathOf(16), "madvise")]);
        var inner = guard.Change([new SettingChange(directory.PathOf(16), "always")]);
        outer.Dispose();
        Assert.Equal("never", directory.ValueOf(16));
        using var next =
            guard.Change([new SettingChange(directory.PathOf(32), "madvise"), new SettingChange(directory.PathOf(16), "always")]);
        inner.Dispose();
        Assert.Equal(("always", "madvise"), (directory.ValueOf(16), directory.ValueOf(32)));
    }

    [Fact]
    public void SomebodyElsesValueStays()
    {
        using (var guard = directory.Acquire(lines.Add))
        {
            guard.Change([new SettingChange(directory.PathOf(16), "madvise")]);
            directory.With(16, "always");
        }
        Assert.Equal("always", directory.ValueOf(16));
        Assert.Contains("somebody else", Assert.Single(lines));
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("khugepaged/defrag")]
    [InlineData("../enabled")]
    public void OnlyHugePageSettingsAreEverWritten(string path)
    {
        using var guard = directory.Acquire();
        Assert.Throws<ArgumentException>(() => guard.Change([new SettingChange(Path.Combine(directory.Root, path), "never")]));
        Assert.Throws<ArgumentException>(() => guard.Change([new SettingChange(path, "never")]));
    }

    [Fact]
    public void SecondOneIsRefusedWithTheHoldersProcess()
    {
        using var first = directory.Acquire();
        var second = SettingsGuard.TryAcquire(directory.Place, TimeSpan.FromMilliseconds(250), lines.Add, out string reason);
        Assert.Null(second);
        Assert.StartsWith("huge page settings are in use by ", reason);
        Assert.StartsWith("waiting up to 0.", Assert.Single(lines));
    }

    [Fact]
    public void LeftoversAreRestoredByTheNextOne()
    {
        directory.With(16, "madvise").With(512, "never");
        File.WriteAllText(directory.Journal, new Journal(99,
            [new JournalEntry(SettingsDirectory.NameOf(16), "never", "madvise"),
                new JournalEntry(SettingsDirectory.NameOf(512), "inherit", "never")]).Format());
        File.SetUnixFileMode(directory.Journal, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        directory.Acquire(lines.Add).Dispose();
        Assert.Equal(("never", "inherit"), (directory.ValueOf(16), directory.ValueOf(512)));
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Contains("process 99 was killed", line));
        Assert.False(File.Exists(directory.Journal));
    }

    [Fact]
    public void MachineWithoutTheSettingsIsRefusedWithTheReason()
    {
        var nowhere = new SettingsPlace("/nonexistent", ["/tmp"]);
        Assert.Null(SettingsGuard.TryAcquire(nowhere, TimeSpan.Zero, Assert.Fail, out string reason));
        Assert.Equal(TransparentHugePages.Lacking, reason);
    }
}
