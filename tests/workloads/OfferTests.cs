using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Interop.Scheduling;
using Bench.Interop.Userfaults;
using Bench.Settings;
using Bench.Tests.Machine;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Kinds;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Probes;

namespace Bench.Tests.Workloads;

/// <summary>
/// What machines offer that this one may not be: other page sizes, folios, huge pages and userfaultfds, each with the rows that it costs
/// and why.
/// </summary>
[Collection("system settings")]
public class OfferTests
{
    private const string Thp = "/sys/kernel/mm/transparent_hugepage";

    private static readonly string Kib = (Region.Bytes >> 10).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(4096, 2)]
    [InlineData(16384, 32)]
    [InlineData(65536, 512)]
    public void AHugePageIsATableOfPages(int pageBytes, int mebibytes) =>
        Assert.Equal((nuint)mebibytes << 20, PageSize.HugeBytesOf(pageBytes));

    [Fact, Trait("Depends", "machine")]
    public void RegionsAreAlignedForTheLargestFolioOfThisMachine()
    {
        Assert.Equal((nuint)0, Region.Alignment % (nuint)(new HugePage().PagesPerFault[0] * (long)PageSize.Bytes));
        if (TransparentHugePages.Read() is { Sizes.Count: > 0 } settings)
            Assert.Equal((nuint)0, Region.Alignment % (nuint)settings.Sizes[^1].Bytes);
    }

    /// <summary>The kernel's files as arm64 has them with pages of 4, 16 and 64 KiB.</summary>
    [Theory]
    [InlineData(4096, "64 2048", "16 512", 16)]
    [InlineData(16384, "64 1024 32768", "4 64 2048", 16)]
    [InlineData(65536, "256 2048 524288", "4 32 8192", 16)]
    public void FoliosAreCountedInPagesOfTheMachine(int pageBytes, string kibibytes, string pages, int other)
    {
        using var tree = Settings(kibibytes);
        var settings = TransparentHugePages.Read(tree.Root + Thp, pageBytes)!;
        Assert.Equal(pages, string.Join(' ', settings.Sizes.Select(size => size.Pages)));
        int largest = settings.Sizes[^1].Pages;
        Assert.Equal((int)PageSize.HugeBytesOf(pageBytes) / pageBytes, largest);
        Assert.Equal(largest, settings.LargestForMadvised);
        Assert.Null(settings.WhyNot(largest, leaveSettings: true));
        string label = $"mTHP {ByteSize.Describe((long)other * pageBytes)}";
        Assert.StartsWith(settings.Sizes.Any(size => size.Pages == other) ? $"{label}: --leave-settings" : $"{label}: this kernel has no ",
            settings.WhyNot(other, leaveSettings: true));
    }

    [Theory]
    [InlineData(16384, 33554432, 2048)]
    [InlineData(65536, 536870912, 8192)]
    public void BeforeFolioSizesThereIsOneHugePage(int pageBytes, int hugeBytes, int pages)
    {
        using var tree = new FakeTree().With($"{Thp}/enabled", "always [madvise] never\n").With($"{Thp}/hpage_pmd_size", $"{hugeBytes}\n");
        var settings = TransparentHugePages.Read(tree.Root + Thp, pageBytes)!;
        Assert.Equal([pages], settings.Sizes.Select(size => size.Pages));
        Assert.Equal(
            $"mTHP {ByteSize.Describe(16L * pageBytes)}: this kernel has no {tree.Root}{Thp}/hugepages-{16L * pageBytes / 1024}kB (since "
                + $"Linux 6.8)", settings.WhyNot(16, leaveSettings: false));
    }

    [Fact]
    public void WithoutTransparentHugePagesTheirRowsAreLeftOut()
    {
        var none = new FolioOffer(() => null, () => false);
        Assert.Equal(TransparentHugePages.Lacking, new LargeFolio(none).WhyNot(16, leaveSettings: false));
        Assert.Equal(TransparentHugePages.Lacking, new HugePage(none).WhyNot(512, leaveSettings: false));
        Assert.Empty(new LargeFolio(none).SettingsFor(16));
    }

    [Fact]
    public void AFolioThatTheRegionEndsInIsLeftOut()
    {
        int odd = Enumerable.Range(3, 100).First(pages => Region.Pages % pages != 0);
        foreach (var mechanism in new Mechanism[] { new LargeFolio(Stock()), new HugePage(Stock()) })
            Assert.StartsWith("the region is no multiple of a folio of ", mechanism.WhyNot(odd, leaveSettings: false));
    }

    /// <summary>As a service manager or a container's runtime may decide for all that it starts.</summary>
    [Fact, Trait("Depends", "machine")]
    public void AProcessThatIsGivenNoneSaysSo()
    {
        Assert.SkipWhen(TransparentHugePages.Read() is null, TransparentHugePages.Lacking);
        Assert.Null(FolioOffer.Here.WhyNone());
        Assert.Equal(0, Prctl.prctl(Prctl.PR_SET_THP_DISABLE, 1, 0, 0, 0));
        try
        {
            Assert.Contains("PR_SET_THP_DISABLE", new LargeFolio().WhyNot(16, leaveSettings: false), StringComparison.Ordinal);
            Assert.Contains("PR_SET_THP_DISABLE", new HugePage().WhyNot(new HugePage().PagesPerFault[0], leaveSettings: false),
                StringComparison.Ordinal);
        }
        finally
        {
            Assert.Equal(0, Prctl.prctl(Prctl.PR_SET_THP_DISABLE, 0, 0, 0, 0));
        }
        Assert.Null(FolioOffer.Here.WhyNone());
    }

    [Fact]
    public void ThePoolsHugePagesHaveAnySize()
    {
        var one = new HugeTlbWrite($"HugePages_Free:        1\nHugepagesize:       {Kib} kB\n");
        Assert.Null(one.WhyNot());
        Assert.Equal(Region.Pages, one.PagesPerFault);
        var none = new HugeTlbWrite($"HugePages_Free:        0\nHugepagesize:       {Kib} kB\n");
        Assert.StartsWith($"needs 1 free huge pages of {Kib} KiB", none.WhyNot());
        Assert.StartsWith("as root: echo 1 > ", none.Remedy);
        var tooLarge = new HugeTlbWrite($"HugePages_Free:        9\nHugepagesize:       {Region.Bytes >> 9} kB\n");
        Assert.Equal($"the region is no multiple of a huge page of {Region.Bytes >> 9} KiB", tooLarge.WhyNot());
        Assert.Equal($"--region with a multiple of {Region.Bytes >> 9}KiB", tooLarge.Remedy);
        Assert.Equal("this kernel has no huge pages (CONFIG_HUGETLBFS)", new HugeTlbWrite("").WhyNot());
    }

    [Fact]
    public void WhatUserfaultfdLacksCostsOnlyWhatNeedsIt()
    {
        var refused = Offer("needs userfaultfd of Linux 5.11: refused", 0, 0);
        Assert.Equal("needs userfaultfd of Linux 5.11: refused", new UserspaceFault(refused, Minor).WhyNot(1, leaveSettings: false));
        Assert.Equal("needs userfaultfd of Linux 5.11: refused", new SharedFileReadAlone(refused).WhyNot());

        var old = Offer(null, 0, Userfaultfd.CopyOperation);
        Assert.Null(new UserspaceFault(old, Minor).WhyNot(1, leaveSettings: false));
        Assert.Contains("no write protection of shared memory", new SharedFileReadAlone(old).WhyNot(), StringComparison.Ordinal);

        var odd = Offer(null, Userfaultfd.UFFD_FEATURE_WP_HUGETLBFS_SHMEM, 0);
        Assert.Contains("UFFDIO_COPY", new UserspaceFault(odd, Minor).WhyNot(1, leaveSettings: false), StringComparison.Ordinal);
    }

    [Fact, Trait("Depends", "machine")]
    public void ThisMachinesUserfaultfdOffersWhatItsMechanismsUse()
    {
        using var opened = Userfaultfd.TryOpen(0, out string reason);
        Assert.Equal(opened is null ? reason : null, UserfaultOffer.Here.Value.Refusal);
        Assert.SkipWhen(opened is null, reason);
        Assert.Equal(opened!.Features, UserfaultOffer.Here.Value.Features);
        Assert.Equal(UserfaultProbe.CountsAsMajor.Value, new UserspaceFault().WhyNot(1, leaveSettings: true) is not null);
    }

    [Fact]
    public void WhereAnAnsweredFaultCountsAsMajorItsRowsAreLeftOut()
    {
        var major = new UserspaceFault(Offer(null, 0, Userfaultfd.CopyOperation), new(() => true));
        Assert.Contains("Linux 6.1", major.WhyNot(1, leaveSettings: true), StringComparison.Ordinal);
    }

    private static Lazy<bool> Minor { get; } = new(() => false);

    private static Lazy<UserfaultOffer> Offer(string? refusal, ulong features, ulong operations) =>
        new(new UserfaultOffer(refusal, features, operations));

    private static FolioOffer Stock() => new(() => TransparentHugePages.Read(), () => false);

    // The largest is on for whoever asks, the others are off.
    private static FakeTree Settings(string kibibytes)
    {
        var tree = new FakeTree().With($"{Thp}/enabled", "always [madvise] never\n");
        string[] sizes = kibibytes.Split(' ');
        foreach (string size in sizes)
            tree.With($"{Thp}/hugepages-{size}kB/enabled",
                size == sizes[^1] ? "always [inherit] madvise never\n" : "always inherit madvise [never]\n");
        return tree;
    }
}
