using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Files;

/// <summary>struct pollfd (poll(2)).</summary>
public struct pollfd
{
    /// <summary>The descriptor.</summary>
    public int fd;

    /// <summary>Events asked for.</summary>
    public short events;

    /// <summary>Events that happened.</summary>
    public short revents;
}

/// <summary>poll.h and sys/eventfd.h: waiting for descriptors. Calls return -1 and set errno on failure.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class Poll
{
    /// <summary>poll(2): there is something to read.</summary>
    public const short POLLIN = 1;

    /// <summary>eventfd(2): closed by execve(2).</summary>
    public const int EFD_CLOEXEC = 0x80000;

    /// <summary>
    /// poll(2): how many descriptors have an event; waits for ever where <paramref name="timeout"/> ms is negative. Errors: EINTR, EFAULT,
    /// EINVAL, ENOMEM.
    /// </summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int poll(pollfd* fds, nuint nfds, int timeout);

    /// <summary>eventfd(2): a descriptor that holds a number, readable where it is not 0. Errors: EMFILE, ENFILE, EINVAL.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int eventfd(uint initval, int flags);
}
