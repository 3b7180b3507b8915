using Bench.Interop;

namespace Bench.Settings;

/// <summary>
/// One size of transparent huge page for anonymous memory and the file that governs it
/// (Documentation/admin-guide/mm/transhuge.rst, "Global THP controls").
/// </summary>
/// <param name="Pages">Size in system pages.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Path">
/// The file to write: <c>hugepages-&lt;size&gt;kB/enabled</c>, or the global <c>enabled</c> before Linux 6.8, where that is
/// all there is.
/// </param>
/// <param name="Value">Its current value: always, inherit, madvise or never.</param>
public sealed record HugePageSize(int Pages, long Bytes, string Path, string Value)
{
    /// <summary>The size as people write it, e.g. <c>64 KiB</c> or <c>2 MiB</c>.</summary>
    public string Label => ByteSize.Describe(Bytes);

    /// <summary>Whether memory under madvise(2)'s MADV_HUGEPAGE may be given this size.</summary>
    /// <param name="global">Value of the global <c>enabled</c>, which <c>inherit</c> follows.</param>
    public bool AppliesToMadvised(string global) =>
        (Value == "inherit" ? global : Value) is "always" or "madvise";
}
