using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;

namespace Bench.Settings;

/// <summary>
/// The transparent huge page settings for anonymous memory, as they were when read
/// (Documentation/admin-guide/mm/transhuge.rst; the rules are thp_vma_allowable_orders() in include/linux/huge_mm.h).
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class TransparentHugePages
{
    /// <summary>Where the kernel keeps the settings.</summary>
    public const string SysfsRoot = HugePageFiles.Folder;

    /// <summary>The reason to give where <see cref="Read(string)"/> finds nothing.</summary>
    public const string Lacking = $"this kernel has no {SysfsRoot} (CONFIG_TRANSPARENT_HUGEPAGE)";

    private readonly string root;
    private readonly int pageBytes;

    private TransparentHugePages(string root, int pageBytes)
    {
        this.root = root;
        this.pageBytes = pageBytes;
        Enabled = SettingFile.Read(Path.Combine(root, "enabled"));
        Defrag = Optional("defrag") ?? "unknown";
        HugePageSize[] perSize = [.. ReadSizes().OrderBy(size => size.Pages)];
        HasSizes = perSize.Length > 0;
        Sizes = HasSizes ? perSize : [.. OnlySize()];
    }

    /// <summary>Value of the global <c>enabled</c>: always, madvise or never.</summary>
    public string Enabled { get; }

    /// <summary>The file of the global <c>enabled</c>.</summary>
    public string EnabledPath => Path.Combine(root, "enabled");

    /// <summary>Value of <c>defrag</c>, how hard a fault tries to find a huge page; <c>unknown</c> where it can't be read.</summary>
    public string Defrag { get; }

    /// <summary>Whether the kernel has a setting per size (mTHP, since Linux 6.8).</summary>
    public bool HasSizes { get; }

    /// <summary>Every size anonymous memory can have here, smallest first; before Linux 6.8 only the one that a PMD maps.</summary>
    public IReadOnlyList<HugePageSize> Sizes { get; }

    /// <summary>
    /// Pages in the largest folio that a fault in an aligned MADV_HUGEPAGE region is given under these settings, 0 for none.
    /// The kernel tries the largest first and falls back to the next when memory is fragmented.
    /// </summary>
    public int LargestForMadvised => Applying.Select(size => size.Pages).LastOrDefault();

    private IEnumerable<HugePageSize> Applying => Sizes.Where(size => size.AppliesToMadvised(Enabled));

    /// <summary>Reads the settings now.</summary>
    /// <param name="root">Directory that holds them; another one only in tests.</param>
    /// <returns>Null where the kernel has none or they cannot be read: <see cref="Lacking"/>.</returns>
    public static TransparentHugePages? Read(string root = SysfsRoot) => Read(root, PageSize.Bytes);

    internal static TransparentHugePages? Read(string root, int pageBytes)
    {
        try
        {
            return new TransparentHugePages(root, pageBytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// What to write so that an aligned MADV_HUGEPAGE region gets folios of exactly <paramref name="pages"/>: that size
    /// on, all others off. Empty where <see cref="LargestForMadvised"/> is that size already.
    /// </summary>
    /// <param name="pages">Pages in a folio, one of <see cref="Sizes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kernel has no such size; <see cref="WhyNot"/> says so before.</exception>
    public IReadOnlyList<SettingChange> ChangesFor(int pages)
    {
        var wanted = Sizes.FirstOrDefault(size => size.Pages == pages)
            ?? throw new ArgumentOutOfRangeException(nameof(pages), pages, "no such folio size");
        if (LargestForMadvised == pages)
            return [];
        List<SettingChange> changes = [.. Applying.Where(size => size != wanted).Select(size => new SettingChange(size.Path, "never"))];
        if (!wanted.AppliesToMadvised(Enabled))
            changes.Add(new SettingChange(wanted.Path, "madvise"));
        return changes;
    }

    /// <summary>Why folios of <paramref name="pages"/> cannot be measured here; null when they can.</summary>
    /// <param name="pages">Pages in a folio.</param>
    /// <param name="leaveSettings">Whether the user forbids changing settings.</param>
    /// <returns>A reason such as <c>mTHP 64 KiB: needs write access to …/hugepages-64kB/enabled</c>.</returns>
    public string? WhyNot(int pages, bool leaveSettings)
    {
        if (pages > 0 && LargestForMadvised == pages)
            return null;
        long bytes = (long)pages * pageBytes;
        string label = $"mTHP {ByteSize.Describe(bytes)}";
        if (Sizes.All(size => size.Pages != pages))
            return $"{label}: this kernel has no {root}/hugepages-{bytes >> 10}kB{(HasSizes ? "/enabled" : " (since Linux 6.8)")}";
        var changes = ChangesFor(pages);
        if (leaveSettings)
            return $"{label}: --leave-settings forbids changing {changes[0].Path}";
        // The size itself comes last: name it rather than one that would have to be switched off.
        var denied = changes.LastOrDefault(change => !SettingFile.IsWritable(change.Path));
        return denied is null ? null : $"{label}: needs write access to {denied.Path}";
    }

    /// <summary>What governs faults of anonymous memory: paths and values.</summary>
    public IReadOnlyDictionary<string, string> Governing => new Dictionary<string, string>(
        [new(Path.Combine(root, "enabled"), Enabled), new(Path.Combine(root, "defrag"), Defrag),
            .. Sizes.Where(_ => HasSizes).Select(size => KeyValuePair.Create(size.Path, size.Value))]);

    private IEnumerable<HugePageSize> ReadSizes()
    {
        foreach (string directory in Directory.EnumerateDirectories(root, "hugepages-*kB"))
        {
            string digits = Path.GetFileName(directory)["hugepages-".Length..^"kB".Length];
            string path = Path.Combine(directory, "enabled");
            // Sizes only shared memory can have, such as two pages, have no such file.
            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long kib) && File.Exists(path))
                yield return new HugePageSize((int)(kib * 1024 / pageBytes), kib * 1024, path, SettingFile.Read(path));
        }
    }

    private IEnumerable<HugePageSize> OnlySize()
    {
        if (long.TryParse(Optional("hpage_pmd_size"), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes))
            yield return new HugePageSize((int)(bytes / pageBytes), bytes, Path.Combine(root, "enabled"), Enabled);
    }

    private string? Optional(string name)
    {
        try
        {
            return SettingFile.Read(Path.Combine(root, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
