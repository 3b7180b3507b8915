using System.Runtime.Versioning;

namespace Bench.Interop.Syscalls;

/// <summary>User shadow stacks (Documentation/arch/x86/shstk.rst): a return must go where its call came from.</summary>
[SupportedOSPlatform("linux")]
public static class UserShadowStack
{
    /// <summary>Whether this thread runs with one: "shstk" in x86_Thread_features of /proc/thread-self/status.</summary>
    public static bool IsOn()
    {
        try
        {
            return File.ReadLines("/proc/thread-self/status")
                .Any(
                    line => line.StartsWith("x86_Thread_features:", StringComparison.Ordinal)
                        && line.Contains("shstk", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
