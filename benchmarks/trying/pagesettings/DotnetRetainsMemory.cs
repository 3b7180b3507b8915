using System.Runtime.Versioning;

namespace Bench.Trying.PageSettings;

/// <summary>.NET's collector keeps memory that it has freed, instead of giving it back to fault it in again (DOTNET_GCRetainVM).</summary>
[SupportedOSPlatform("linux")]
internal sealed class DotnetRetainsMemory : PageSetting
{
    public override int Rank => 5;

    public override IEnumerable<OfferedSetting> Offers(Situation here) => !here.Program.IsDotnet ? [] :
    [
        new("dotnet-retain", ".NET keeps freed memory") { Variables = [new("DOTNET_GCRetainVM", "1")] },
    ];
}
