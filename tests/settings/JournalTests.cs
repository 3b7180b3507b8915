using Bench.Settings;
using CsCheck;

namespace Bench.Tests.Settings;

public class JournalTests
{
    private static readonly Journal Sample = new(123,
        [new JournalEntry("hugepages-64kB/enabled", "never", "madvise"), new JournalEntry("defrag", "madvise", "defer+madvise")]);

    [Fact]
    public void RoundTrips()
    {
        var read = Journal.Parse(Sample.Format(), out string reason);
        Assert.Equal("", reason);
        Assert.Equal(123, read!.ProcessId);
        Assert.Equal(Sample.Entries, read.Entries);
    }

    [Fact]
    public void EveryTruncationIsRefused()
    {
        string text = Sample.Format();
        for (int length = 0; length < text.Length; length++)
        {
            Assert.Null(Journal.Parse(text[..length], out string reason));
            Assert.NotEqual("", reason);
        }
    }

    [Fact]
    public void AnythingElseIsRefusedWithoutThrowing() =>
        Gen.String.Sample(text => Assert.Null(Journal.Parse(text, out _)), iter: 1000);

    [Theory]
    [InlineData("enabled", "../enabled", "damaged")]
    [InlineData("hugepages-64kB", "hugepages-64kB/../x", "damaged")]
    [InlineData("never", "NEVER!", "damaged")]
    [InlineData("process 123", "process me", "damaged")]
    public void DamageIsRefused(string old, string changed, string reason) => Refused(old, changed, reason);

    [Fact]
    public void AnotherBootsJournalIsRefused() => Refused(Journal.BootId, Guid.NewGuid().ToString(), "before the last boot");

    [Theory]
    [InlineData("")]
    [InlineData("binary\0\u0001\u0002 rubbish")]
    [InlineData("bench-settings 1\nboot other\nprocess 1\nend\n")]
    public void RubbishOnDiskIsIgnoredWithALineAndRemoved(string content)
    {
        using var directory = new SettingsDirectory("madvise").With(16, "never");
        WriteJournal(directory, content);
        var lines = new List<string>();
        directory.Acquire(lines.Add).Dispose();
        Assert.StartsWith($"ignored {directory.Journal}: ", Assert.Single(lines));
        Assert.False(File.Exists(directory.Journal));
    }

    [Fact]
    public void JournalOthersCouldHaveWrittenIsIgnored()
    {
        using var directory = new SettingsDirectory("madvise").With(16, "madvise");
        WriteJournal(directory, new Journal(1, [new JournalEntry(SettingsDirectory.NameOf(16), "never", "madvise")]).Format());
        File.SetUnixFileMode(directory.Journal, (UnixFileMode)0b110_110_110);
        Ignored(directory, "others have access to it");
    }

    [Fact]
    public void LinkInPlaceOfAJournalIsIgnored()
    {
        using var directory = new SettingsDirectory("madvise").With(16, "madvise");
        string elsewhere = Path.Combine(directory.Journals, "elsewhere");
        WriteJournal(directory, new Journal(1, [new JournalEntry(SettingsDirectory.NameOf(16), "never", "madvise")]).Format());
        File.Move(directory.Journal, elsewhere);
        File.CreateSymbolicLink(directory.Journal, elsewhere);
        Ignored(directory, "open: ");
    }

    [Fact]
    public void JournalOfAnotherUserIsIgnored()
    {
        Assert.SkipUnless(Bench.Interop.Files.Unistd.geteuid() == 0, "needs root, to give a file to another user");
        using var directory = new SettingsDirectory("madvise").With(16, "madvise");
        WriteJournal(directory, new Journal(1, [new JournalEntry(SettingsDirectory.NameOf(16), "never", "madvise")]).Format());
        using (var chown = System.Diagnostics.Process.Start("chown", ["65534", directory.Journal]))
            chown.WaitForExit();
        Ignored(directory, "it belongs to user 65534");
        Assert.True(File.Exists(directory.Journal));
    }

    private static void Ignored(SettingsDirectory directory, string reason)
    {
        var lines = new List<string>();
        directory.Acquire(lines.Add).Dispose();
        Assert.Contains(reason, lines[0]);
        Assert.Equal("madvise", directory.ValueOf(16));
    }

    private static void WriteJournal(SettingsDirectory directory, string content)
    {
        File.WriteAllText(directory.Journal, content);
        File.SetUnixFileMode(directory.Journal, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void Refused(string old, string changed, string reason)
    {
        Assert.Null(Journal.Parse(Sample.Format().Replace(old, changed), out string given));
        Assert.Contains(reason, given);
    }
}
