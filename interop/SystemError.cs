using System.Runtime.InteropServices;

namespace Bench.Interop;

/// <summary>A failed C library or system call: what was called, and the error number the kernel gave (errno(3)).</summary>
public sealed class SystemError(string call, int errno)
    : Exception($"{call}: {Marshal.GetPInvokeErrorMessage(errno)} (errno {errno})")
{
    /// <summary>The error number, as in errno(3).</summary>
    public int Errno { get; } = errno;

    /// <summary>The exception for <paramref name="call"/>, with errno as the last SetLastError interop call left it.</summary>
    public static SystemError Last(string call) => new(call, Marshal.GetLastPInvokeError());
}
