using System.Runtime.Versioning;

namespace Bench.Trying.PageSettings;

/// <summary>
/// .NET's youngest generation takes 64 MiB before it is collected (DOTNET_GCgen0size, hexadecimal): more pages are touched, and fewer
/// collections made.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class DotnetLargerNursery : PageSetting
{
    public override int Rank => 6;

    public override IEnumerable<OfferedSetting> Offers(Situation here) => !here.Program.IsDotnet ? [] :
    [
        new("dotnet-gen0-64M", ".NET's youngest generation of 64 MiB") { Variables = [new("DOTNET_GCgen0size", "4000000")] },
    ];
}
