using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Settings;
using CsCheck;

namespace Bench.Tests.Settings;

public class TransparentHugePagesTests
{
    private static readonly int[] AllPages = [4, 8, 16, 32, 64, 128, 256, 512];
    private static readonly string[] Values = ["always", "inherit", "madvise", "never"];
    private static readonly string[] Globals = ["always", "madvise", "never"];

    [Fact]
    public void AnyCombinationGivesTheSizeAskedForAfterItsChanges() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[-1, 3].Array[AllPages.Length], Gen.Int[0, AllPages.Length - 1]).Sample((global, values, target) =>
        {
            using var directory = new SettingsDirectory(Globals[global]);
            // -1: a size this kernel does not have. The target is always there.
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] >= 0 || i == target)
                    directory.With(AllPages[i], Values[Math.Max(values[i], 0)]);
            }
            int pages = AllPages[target];
            var before = directory.Read();
            var changes = before.ChangesFor(pages);
            directory.Apply(changes);
            var after = directory.Read();

            Assert.Equal(pages, after.LargestForMadvised);
            Assert.Empty(after.ChangesFor(pages));
            Assert.Null(after.WhyNot(pages, leaveSettings: true));
            Assert.Equal(before.LargestForMadvised == pages, changes.Count == 0);
            if (changes.Count > 0)
                Assert.Equal([pages], after.Sizes.Where(size => size.AppliesToMadvised(after.Enabled)).Select(size => size.Pages));
            Assert.Equal(changes.Count == 0, before.WhyNot(pages, leaveSettings: true) is null);
        }, iter: 300);

    [Fact]
    public void StockSettingsGiveTheLargestSizeWithoutAnyChange()
    {
        using var directory = new SettingsDirectory("madvise").With(16, "never").With(512, "inherit");
        var settings = directory.Read();
        Assert.Equal(512, settings.LargestForMadvised);
        Assert.Null(settings.WhyNot(512, leaveSettings: true));
        Assert.Equal(
            $"{Label(16)}: --leave-settings forbids changing {directory.PathOf(512)}", settings.WhyNot(16, leaveSettings: true));
        Assert.Null(settings.WhyNot(16, leaveSettings: false));
        Assert.Equal(
            [new SettingChange(directory.PathOf(512), "never"), new SettingChange(directory.PathOf(16), "madvise")],
            settings.ChangesFor(16));
    }

    [Fact]
    public void GlobalNeverReachesOnlySizesThatInherit()
    {
        using var directory = new SettingsDirectory("never").With(16, "always").With(512, "inherit");
        Assert.Equal(16, directory.Read().LargestForMadvised);
        directory.With(16, "never");
        Assert.Equal(0, directory.Read().LargestForMadvised);
    }

    [Fact]
    public void KernelsBeforeSizesHaveOneGovernedByTheGlobalSetting()
    {
        using var directory = new SettingsDirectory("never");
        var settings = directory.Read();
        Assert.False(settings.HasSizes);
        Assert.Equal([new SettingChange(Path.Combine(directory.Root, "enabled"), "madvise")], settings.ChangesFor(512));
        Assert.EndsWith(
            $"this kernel has no {directory.Root}/hugepages-{16 * PageSize.Bytes / 1024}kB (since Linux 6.8)",
            settings.WhyNot(16, leaveSettings: false));
        directory.Apply(settings.ChangesFor(512));
        Assert.Equal(512, directory.Read().LargestForMadvised);
    }

    [Fact]
    public void SizeOnlySharedMemoryHasIsNoSize()
    {
        using var directory = new SettingsDirectory("madvise").With(512, "inherit");
        Directory.CreateDirectory(Path.GetDirectoryName(directory.PathOf(2))!);
        var settings = directory.Read();
        Assert.Equal([512], settings.Sizes.Select(size => size.Pages));
        Assert.Equal($"{Label(2)}: this kernel has no {directory.PathOf(2)}", settings.WhyNot(2, leaveSettings: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => settings.ChangesFor(2));
    }

    [Fact, Trait("Depends", "machine")]
    public void WriteAccessIsNamedWhereItLacks()
    {
        Assert.SkipWhen(Bench.Interop.Files.Unistd.geteuid() == 0, "root may write read-only files");
        using var directory = new SettingsDirectory("madvise").With(16, "never").With(512, "inherit");
        File.SetUnixFileMode(directory.PathOf(16), UnixFileMode.UserRead);
        Assert.Equal($"{Label(16)}: needs write access to {directory.PathOf(16)}", directory.Read().WhyNot(16, leaveSettings: false));
    }

    [Fact]
    public void MissingDirectoryReadsAsNull() => Assert.Null(TransparentHugePages.Read("/nonexistent/transparent_hugepage"));

    [Fact]
    public void EverySizeGovernsFaults()
    {
        using var directory = new SettingsDirectory("always").With(16, "never").With(512, "inherit");
        var all = directory.Read().Governing;
        Assert.Equal("always", all[Path.Combine(directory.Root, "enabled")]);
        Assert.Equal("madvise", all[Path.Combine(directory.Root, "defrag")]);
        Assert.Equal("never", all[directory.PathOf(16)]);
        Assert.Equal("inherit", all[directory.PathOf(512)]);
    }

    private static string Label(int pages) => $"mTHP {ByteSize.Describe((long)pages * PageSize.Bytes)}";
}
