using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Files;

/// <summary>struct iovec (iovec(3type)): one buffer of several.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct iovec
{
    /// <summary>Its address.</summary>
    public void* iov_base;

    /// <summary>Its bytes.</summary>
    public nuint iov_len;
}

/// <summary>sys/uio.h: several buffers in one call.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class SysUio
{
    /// <summary>writev(2): bytes written, or -1 and errno. At most 1024 buffers (IOV_MAX). Errors: as write(2), EINVAL.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint writev(int fd, iovec* iov, int iovcnt);
}
