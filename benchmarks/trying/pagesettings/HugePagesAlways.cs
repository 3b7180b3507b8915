using System.Runtime.Versioning;

namespace Bench.Trying.PageSettings;

/// <summary>The system's <c>enabled</c> set to <c>always</c>: every program's memory, of the sizes that inherit it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class HugePagesAlways : PageSetting
{
    public override int Rank => 3;

    public override IEnumerable<OfferedSetting> Offers(Situation here)
    {
        var changes = here.Modes?.AlwaysGlobally() ?? [];
        return [new("thp-always", "THP always") { Changes = changes, WhyNot = here.WhyNoHugePages ?? here.Modes!.WhyNoChange(changes) }];
    }
}
