using System.Runtime.Versioning;

namespace Bench.Trying.PageSettings;

/// <summary>No transparent huge pages for the command alone (PR_SET_THP_DISABLE(2const)), which a start inherits and exec keeps.</summary>
[SupportedOSPlatform("linux")]
internal sealed class HugePagesOff : PageSetting
{
    // No common command sets it.
    private const string Prctl = "import ctypes,os,sys; ctypes.CDLL(None).prctl(41,1,0,0,0); os.execvp(sys.argv[1],sys.argv[1:])";

    public override int Rank => 1;

    public override IEnumerable<OfferedSetting> Offers(Situation here) =>
    [
        new("thp-off", "THP off for this command")
        {
            WithoutHugePages = true,
            WhyNot = here.WhyNoHugePages ?? (here.Modes!.GivesAny ? null : "nothing is given huge pages here"),
            HowTo = [$"python3 -c '{Prctl}' {here.Program.Shown}"],
        },
    ];
}
