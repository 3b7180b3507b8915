using System.Runtime.Versioning;

namespace Bench.Trying.PageSettings;

/// <summary>Nothing is changed: what the others are held against.</summary>
[SupportedOSPlatform("linux")]
internal sealed class AsItStands : PageSetting
{
    /// <summary>Its name.</summary>
    public const string Name = "today";

    public override int Rank => 0;

    public override IEnumerable<OfferedSetting> Offers(Situation here) => [new(Name, "as the system stands")];
}
