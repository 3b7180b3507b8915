using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Files;

namespace Bench.Workloads.Syscalls;

[SupportedOSPlatform("linux")]
internal static class FileDescriptor
{
    /// <summary>open(2), or its error.</summary>
    public static int Open(string path, int flags)
    {
        int fd = Unistd.open(path, flags | Unistd.O_CLOEXEC);
        return fd >= 0 ? fd : throw SystemError.Last($"open {path}");
    }
}
