using System.Runtime.Versioning;

namespace Bench.Trying;

/// <summary>
/// A kind of page setting. A new one is a new subclass in <c>pagesettings</c>; the verb finds it by itself. See docs/try.md.
/// </summary>
[SupportedOSPlatform("linux")]
internal abstract class PageSetting : IComparable<PageSetting>
{
    /// <summary>Its place: of two that come to the same, the one of lower rank is tried.</summary>
    public abstract int Rank { get; }

    /// <summary>What there is of it here; also what can't be tried, with the reason.</summary>
    public abstract IEnumerable<OfferedSetting> Offers(Situation here);

    /// <summary>By rank.</summary>
    public int CompareTo(PageSetting? other) => Rank.CompareTo(other?.Rank);
}
