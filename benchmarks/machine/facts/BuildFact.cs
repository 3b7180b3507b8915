using Bench.Interop;
using Bench.Settings;

namespace Bench.Machine.Facts;

/// <summary>
/// Which build of the suite this is: the module versions of its executable, its libc layer and its guard of settings, which the compiler
/// derives from all it compiles. Two builds of the same source have the same.
/// </summary>
internal static class BuildFact
{
    /// <summary>The fact's key.</summary>
    public const string Name = "suite_build";

    /// <summary>This build.</summary>
    public static string Id => $"{Version(typeof(BuildFact))}-{Version(typeof(Errno))}-{Version(typeof(SettingsGuard))}";

    private static string Version(Type type) => type.Module.ModuleVersionId.ToString("N")[..8];
}
