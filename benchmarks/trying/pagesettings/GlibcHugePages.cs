using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Trying.PageSettings;

/// <summary>
/// glibc's malloc asks for huge pages by madvise(2) (the tunable glibc.malloc.hugetlb, since 2.35): only where the system's <c>enabled</c>
/// is <c>madvise</c>, as malloc itself looks there (sysdeps/unix/sysv/linux/malloc-hugepages.c).
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed partial class GlibcHugePages : PageSetting
{
    private const string Variable = "GLIBC_TUNABLES", Tunable = "glibc.malloc.hugetlb=1";
    private static readonly Version Since = new(2, 35);

    public override int Rank => 2;

    public override IEnumerable<OfferedSetting> Offers(Situation here) =>
    [
        new("glibc-hugetlb", "glibc's malloc asks for huge pages")
        {
            Variables = [new(Variable, here.Program.Variable(Variable) is { Length: > 0 } set ? $"{set}:{Tunable}" : Tunable)],
            WhyNot = here.WhyNoHugePages ?? WhyNot(here),
        },
    ];

    private static string? WhyNot(Situation here) =>
        here.HugePages! is { Enabled: not "madvise" and var now, EnabledPath: var file }
            ? $"acts only where {file} is madvise, and it is {now}"
        : here.Program.Interpreter is { } loader && !loader.Contains("ld-linux", StringComparison.Ordinal) ? "the program doesn't use glibc"
        : GlibcVersion() is not { } version ? "there is no glibc here"
        : version < Since ? $"needs glibc {Since}, and this is {version}"
        : null;

    private static Version? GlibcVersion()
    {
        try
        {
            return Version.TryParse(Marshal.PtrToStringUTF8(gnu_get_libc_version()), out var version) ? version : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc")]
    private static partial nint gnu_get_libc_version();
}
