using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Files;

/// <summary>unistd.h, fcntl.h, sys/stat.h: files. Counts are bytes; every call returns -1 and sets errno on failure.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class Unistd
{
    /// <summary>open(2): for reading.</summary>
    public const int O_RDONLY = 0;

    /// <summary>open(2): for writing.</summary>
    public const int O_WRONLY = 1;

    /// <summary>open(2): for both.</summary>
    public const int O_RDWR = 2;

    /// <summary>open(2): closed by execve(2).</summary>
    public const int O_CLOEXEC = 0x80000;

    /// <summary>open(2): neither the call nor reads wait; the same on x86-64 and arm64.</summary>
    public const int O_NONBLOCK = 0x800;

    /// <summary>Bytes that hold a struct stat on x86-64 and arm64, with room to spare.</summary>
    public const int StatBytes = 256;

    /// <summary>open(2). Errors: ENOENT, EACCES, EMFILE and others.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string pathname, int flags);

    /// <summary>open(2), with the path as C has it: no marshalling.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int open(byte* pathname, int flags);

    /// <summary>close(2). Errors: EBADF, EINTR, EIO.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int fd);

    /// <summary>read(2): bytes read, 0 at the end. Errors: EBADF, EFAULT, EINTR, EIO and others.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint read(int fd, void* buf, nuint count);

    /// <summary>write(2): bytes written. Errors: EBADF, EFAULT, EINTR, EIO, ENOSPC and others.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint write(int fd, void* buf, nuint count);

    /// <summary>pread(2): bytes read at <paramref name="offset"/>. Errors: as read(2), ESPIPE.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint pread(int fd, void* buf, nuint count, nint offset);

    /// <summary>fchown(2): changes the owner. Errors: EPERM and others.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int fchown(int fd, uint owner, uint group);

    /// <summary>fstat(2) into <see cref="StatBytes"/> bytes. Errors: EBADF, EFAULT. glibc has it as a symbol since 2.33.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int fstat(int fd, byte* statbuf);

    /// <summary>getpid(2); never fails.</summary>
    [LibraryImport("libc")]
    public static partial int getpid();

    /// <summary>getppid(2); never fails.</summary>
    [LibraryImport("libc")]
    public static partial int getppid();
}
