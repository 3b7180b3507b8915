using System.Diagnostics;
using Bench.Settings;
using Bench.Tests.Suite;

namespace Bench.Tests.Settings;

/// <summary>This machine's settings, changed by real processes that are really killed.</summary>
[Collection(SystemSettingsCollection.Name)]
public class SystemSettingsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact, Trait("Depends", "machine")]
    public void ScopeIsPutBackByDisposeAndAfterAnException()
    {
        var change = AnyChange(out string before);
        using var guard = Acquire();
        using (guard.Change([change]))
            Assert.Equal(change.Value, SettingFile.Read(change.Path));
        Assert.Equal(before, SettingFile.Read(change.Path));
        Assert.Throws<InvalidOperationException>((Action)(() =>
        {
            using var scope = guard.Change([change]);
            throw new InvalidOperationException();
        }));
        Assert.Equal(before, SettingFile.Read(change.Path));
    }

    [Fact, Trait("Depends", "machine")]
    public void EverySizeCanBeMeasuredWhileItsChangesHold()
    {
        AnyChange(out _);
        using var guard = Acquire();
        var before = TransparentHugePages.Read()!;
        foreach (var size in before.Sizes)
        {
            using (guard.Change(before.ChangesFor(size.Pages)))
                Assert.Equal(size.Pages, TransparentHugePages.Read()!.LargestForMadvised);
            Assert.Equal(before.Governing, TransparentHugePages.Read()!.Governing);
        }
    }

    [Fact, Trait("Depends", "machine")]
    public void RefusedWordLeavesEverythingAsBefore()
    {
        var change = AnyChange(out string before);
        using var guard = Acquire();
        Assert.Throws<IOException>(() => guard.Change([change, new SettingChange(change.Path, "nonsense")]));
        Assert.Equal(before, SettingFile.Read(change.Path));
    }

    [Theory]
    [InlineData("INT", 128 + 2)]
    [InlineData("QUIT", 128 + 3)]
    [InlineData("HUP", 128 + 1)]
    [InlineData("TERM", 128 + 15)]
    public void SignalRestoresAndStillKills(string signal, int status)
    {
        Signals.SkipWhereIgnored(status - 128);
        var change = AnyChange(out string before);
        using var holder = new Holder(change);
        Assert.Equal(change.Value, SettingFile.Read(change.Path));
        (int actual, string output) = holder.End(signal);
        Assert.Equal(before, SettingFile.Read(change.Path));
        Assert.Equal(status, actual);
        Assert.Contains($"restored {change.Path}", output);
        if (signal is "INT" or "QUIT")
            Assert.Contains(HoldSettings.OtherHandlerRan, output);
    }

    [Theory]
    [InlineData("exit", 0)]
    [InlineData("throw", 128 + 6)]
    public void EndWithoutDisposeRestores(string ending, int status)
    {
        var change = AnyChange(out string before);
        using var holder = new Holder(change, ending);
        Assert.Equal(status, holder.End().Status);
        Assert.Equal(before, SettingFile.Read(change.Path));
    }

    [Fact]
    public void GuardianRestoresAfterKill()
    {
        var change = AnyChange(out string before);
        using var holder = new Holder(change);
        Holder.Kill("TERM", holder.GuardianId);
        Holder.Kill("INT", holder.GuardianId);
        holder.End("KILL");
        var waited = Stopwatch.StartNew();
        while (SettingFile.Read(change.Path) != before && waited.Elapsed < Patience)
            Thread.Sleep(20);
        Assert.Equal(before, SettingFile.Read(change.Path));
    }

    [Fact]
    public void GuardianRestoresAlthoughAnotherUserHoldsTheDirectory()
    {
        OtherUser.SkipUnlessPossible(TransparentHugePages.SysfsRoot);
        var change = AnyChange(out string before);
        using var holder = new Holder(change);
        using var other = OtherUser.Lock(TransparentHugePages.SysfsRoot);
        try
        {
            holder.End("KILL");
            var waited = Stopwatch.StartNew();
            while (waited.Elapsed < Patience
                && (SettingFile.Read(change.Path) != before || SettingsLock.Holder(SettingsPlace.System)?.Id != other.Id))
                Thread.Sleep(20);
            Assert.Equal(before, SettingFile.Read(change.Path));
            Assert.Equal(other.Id, SettingsLock.Holder(SettingsPlace.System)?.Id);
        }
        finally
        {
            other.Kill(entireProcessTree: true);
        }
    }

    [Fact(Explicit = true)]
    public void AnotherUserMeasuresNothingUnderWhatRootsKilledRunLeft()
    {
        OtherUser.SkipUnlessPossible(AppContext.BaseDirectory);
        var change = AnyChange(out string before);
        using var holder = new Holder(change);
        Holder.Kill("KILL", holder.GuardianId);
        holder.End("KILL");
        try
        {
            using var other = OtherUser.Start(Path.ChangeExtension(typeof(Holder).Assembly.Location, null), HoldSettings.Verb, change.Path,
                change.Value, "exit");
            string output = other.StandardOutput.ReadToEnd();
            other.WaitForExit();
            Assert.Contains($"a run of root's was killed and has left huge page settings changed ({SettingsPlace.System.RootsJournal})",
                output);
            Assert.Equal(1, other.ExitCode);
        }
        finally
        {
            Leftovers.TryRecover(SettingsPlace.System, _ => { });
        }
        Assert.Equal(before, SettingFile.Read(change.Path));
    }

    [Fact]
    public void NextStartRestoresAfterTheGuardianWasKilledToo()
    {
        var change = AnyChange(out string before);
        using var holder = new Holder(change);
        Holder.Kill("KILL", holder.GuardianId);
        holder.End("KILL");
        Assert.Equal(change.Value, SettingFile.Read(change.Path));
        var lines = new List<string>();
        Leftovers.TryRecover(SettingsPlace.System, lines.Add);
        Assert.Equal(before, SettingFile.Read(change.Path));
        Assert.Contains($"process {holder.Id} was killed", Assert.Single(lines));
    }

    [Fact]
    public void SecondProcessIsToldWhoHoldsTheSettings()
    {
        var change = AnyChange(out string before);
        using var holder = new Holder(change);
        var lines = new List<string>();
        Assert.Null(SettingsGuard.TryAcquire(TimeSpan.FromSeconds(0.3), lines.Add, out string reason));
        Assert.StartsWith($"huge page settings are in use by process {holder.Id} (", reason);
        Assert.StartsWith("waiting up to 0.3 s for process ", Assert.Single(lines));
        // Not ours to restore while its process lives.
        Leftovers.TryRecover(SettingsPlace.System, Assert.Fail);
        Assert.Equal(change.Value, SettingFile.Read(change.Path));
        holder.End("TERM");
        using var next = Acquire();
        Assert.Equal(before, SettingFile.Read(change.Path));
    }

    private static SettingsGuard Acquire()
    {
        var guard = SettingsGuard.TryAcquire(Patience, _ => { }, out string reason, HoldSettings.Benchmarks);
        Assert.SkipWhen(guard is null, reason);
        return guard!;
    }

    /// <summary>A harmless change, of the smallest size, after whoever else is using the settings is done.</summary>
    private static SettingChange AnyChange(out string before)
    {
        before = "";
        var settings = TransparentHugePages.Read();
        Assert.SkipWhen(settings is null, TransparentHugePages.Lacking);
        Acquire().Dispose();
        Assert.SkipUnless(settings!.Sizes.Count > 0, "this kernel has no huge page size");
        var size = TransparentHugePages.Read()!.Sizes[0];
        Assert.SkipUnless(SettingFile.IsWritable(size.Path), $"needs write access to {size.Path}");
        before = size.Value;
        return new SettingChange(size.Path, before == "madvise" ? "never" : "madvise");
    }
}
