using System.Diagnostics;
using Bench.Settings;

namespace Bench.Tests.Settings;

public sealed class SettingsLockTests : IDisposable
{
    private const UnixFileMode Everybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly SettingsDirectory directory = new SettingsDirectory("madvise").With(16, "never").With(512, "inherit");
    private readonly List<string> lines = [];

    public void Dispose() => directory.Dispose();

    [Fact]
    public void ADirectoryThatAnybodyHoldsDoesNotKeepRootFromRestoring()
    {
        directory.LeaveChanged(16, "never", "madvise", process: 99);
        using var anybody = SettingsLock.TryTake(directory.Place, out _);
        Assert.NotNull(anybody);
        Assert.True(Leftovers.TryRecover(directory.PlaceWithOwnLock, lines.Add));
        Assert.Equal("never", directory.ValueOf(16));
        Assert.False(File.Exists(directory.Journal));
    }

    [Fact]
    public void ARunRestoresBeforeItWaitsForTheDirectory()
    {
        directory.LeaveChanged(16, "never", "madvise", process: 99);
        using var anybody = SettingsLock.TryTake(directory.Place, out _);
        Assert.Null(SettingsGuard.TryAcquire(directory.PlaceWithOwnLock, TimeSpan.Zero, lines.Add, out string reason));
        Assert.StartsWith("huge page settings are in use by ", reason);
        Assert.Equal("never", directory.ValueOf(16));
    }

    [Fact]
    public void WithoutALockOfItsOwnNothingIsRestoredUnderTheHolder()
    {
        directory.LeaveChanged(16, "never", "madvise", process: 99);
        using (SettingsLock.TryTake(directory.Place, out _))
            Assert.False(Leftovers.TryRecover(directory.Place, lines.Add));
        Assert.Equal("madvise", directory.ValueOf(16));
        Assert.True(Leftovers.TryRecover(directory.Place, lines.Add));
        Assert.Equal("never", directory.ValueOf(16));
    }

    [Fact]
    public void ALivingRunOfABuildThatKnowsTheDirectoryOnlyIsLeftAlone()
    {
        directory.LeaveChanged(16, "never", "madvise", Environment.ProcessId);
        using (SettingsLock.TryTake(directory.Place, out _))
            Assert.False(Leftovers.TryRecover(directory.PlaceWithOwnLock, lines.Add));
        Assert.Equal("madvise", directory.ValueOf(16));
        Assert.True(File.Exists(directory.Journal));
    }

    [Fact]
    public void ItsOwnLockKeepsTheSecondRunOut()
    {
        using var first = SettingsLock.TryTakeOwn(directory.PlaceWithOwnLock, out _);
        Assert.Null(SettingsLock.TryTakeOwn(directory.PlaceWithOwnLock, out var holder));
        Assert.Equal(Environment.ProcessId, holder!.Id);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory.PlaceWithOwnLock.OwnLock!));
        // It restores nothing under the first one's hands.
        directory.LeaveChanged(16, "never", "madvise", process: 99);
        Assert.False(Leftovers.TryRecover(directory.PlaceWithOwnLock, lines.Add));
        Assert.Equal("madvise", directory.ValueOf(16));
    }

    [Fact]
    public void ALinkInPlaceOfTheLockIsNotFollowed()
    {
        string target = Path.Combine(directory.Journals, "target");
        File.CreateSymbolicLink(directory.PlaceWithOwnLock.OwnLock!, target);
        Refused("can't be locked: open ");
        Assert.False(File.Exists(target));
    }

    [Fact]
    public void ALockThatOthersMayOpenIsRefused()
    {
        File.WriteAllText(directory.PlaceWithOwnLock.OwnLock!, "");
        File.SetUnixFileMode(directory.PlaceWithOwnLock.OwnLock!, Everybody);
        Refused("is not this user's alone");
    }

    [Fact]
    public void AnotherUsersProcessIsWaitedForNoLongerThanItsLimit()
    {
        File.SetUnixFileMode(Path.GetDirectoryName(directory.Root)!, Everybody);
        OtherUser.SkipUnlessPossible(directory.Root);
        using var other = OtherUser.Lock(directory.Root);
        try
        {
            while (SettingsLock.Holder(directory.Place) is null)
                Thread.Sleep(20);
            var place = directory.PlaceWithOwnLock with { LongestWaitForOthers = TimeSpan.FromSeconds(0.3) };
            Assert.Null(SettingsGuard.TryAcquire(place, TimeSpan.FromHours(1), lines.Add, out string reason));
            Assert.Equal($"huge page settings are in use by process {other.Id} (flock) of user {OtherUser.Id}; waited 0.3 s", reason);
            Assert.Equal(
                $"waiting up to 0.3 s for process {other.Id} (flock) of user {OtherUser.Id}, which is using the huge page settings",
                Assert.Single(lines));
            // The next one of this user's need not wait for the one that gave up.
            using var own = SettingsLock.TryTakeOwn(place, out _);
            Assert.NotNull(own);
        }
        finally
        {
            other.Kill(entireProcessTree: true);
        }
    }

    private void Refused(string reason)
    {
        Assert.Null(SettingsGuard.TryAcquire(directory.PlaceWithOwnLock, TimeSpan.Zero, lines.Add, out string given));
        Assert.Contains(reason, given);
    }
}
