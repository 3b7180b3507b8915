using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Syscalls;

namespace Bench.Trying.PageSettings;

/// <summary>
/// The patched kernel gives so many pages at each fault of anonymous memory (multi_page_alloc(n)), which a preloaded library asks for in
/// each program.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class PagesPerFault : PageSetting
{
    private const string Call = "multi_page_alloc";
    private static readonly int[] Counts = [4, 16, 64, 512];

    public override int Rank => 8;

    public override IEnumerable<OfferedSetting> Offers(Situation here) =>
        PatchedKernel.Probe(out string reason) is not { } kernel
            ? [new("pages-per-fault", $"more pages a fault ({Call})") { WhyNot = reason }]
        : Counts.Where(count => count <= kernel.MaxPages).Select(count => Offer(here.Program, count));

    private static OfferedSetting Offer(TriedProgram program, int count)
    {
        var library = new PreloadLibrary(Call, SyscallNumbers.MultiPageAlloc, count);
        return new OfferedSetting(
            string.Create(CultureInfo.InvariantCulture, $"{count}-pages-per-fault"), $"{count} pages a fault ({Call})")
        {
            Preload = library,
            HowTo = [.. library.HowTo(program.Shown)],
            WhyNot = WhyNot(program),
        };
    }

    /// <summary>Why a library can't be preloaded; null where it can.</summary>
    internal static string? WhyNot(TriedProgram program) =>
        RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "the library to preload is written for x86-64 only"
        : program.IsStatic ? "a static program loads no library"
        : null;
}
