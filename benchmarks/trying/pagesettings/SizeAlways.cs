using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Settings;

namespace Bench.Trying.PageSettings;

/// <summary>One size of huge page for every program's memory (mTHP, since Linux 6.8), one at a time.</summary>
[SupportedOSPlatform("linux")]
internal sealed class SizeAlways : PageSetting
{
    public override int Rank => 4;

    public override IEnumerable<OfferedSetting> Offers(Situation here) => here.HugePages is { HasSizes: true } settings
        ? settings.Sizes.Select(size => Offer(here, size))
        : [new("size-always", "one size always") { WhyNot = here.WhyNoHugePages ?? "this kernel has no sizes (since Linux 6.8)" }];

    private static OfferedSetting Offer(Situation here, HugePageSize size)
    {
        var changes = here.Modes!.AlwaysOnly(size);
        return new OfferedSetting($"{new ByteSize(size.Bytes)}-always", $"{size.Label} always")
        {
            Changes = changes,
            WhyNot = here.WhyNoHugePages ?? here.Modes.WhyNoChange(changes),
        };
    }
}
