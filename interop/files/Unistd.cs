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

    /// <summary>open(2): closed by execve(2).</summary>
    public const int O_CLOEXEC = 0x80000;

    /// <summary>open(2): does not wait, as the reading of a pipe without a writer would.</summary>
    public const int O_NONBLOCK = 0x800;

    /// <summary>open(2): makes the file.</summary>
    public const int O_CREAT = 0x40;

    /// <summary>open(2): only the file's place, for which nothing of its contents need be allowed.</summary>
    public const int O_PATH = 0x200000;

    /// <summary>access(2): may write, and in a directory make files.</summary>
    public const int W_OK = 2;

    /// <summary>
    /// open(2): fails with ENOTDIR where the path is no directory. arm64 numbers this and the next its own way
    /// (arch/arm64/include/uapi/asm/fcntl.h).
    /// </summary>
    public static int O_DIRECTORY => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;

    /// <summary>open(2): fails with ELOOP where the path is a symbolic link.</summary>
    public static int O_NOFOLLOW => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    /// <summary>Bytes that hold a struct stat on x86-64 and arm64, with room to spare.</summary>
    public const int StatBytes = 256;

    /// <summary>access(2). Errors: EACCES, EROFS, ENOENT and others.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int access(string pathname, int mode);

    /// <summary>open(2). Errors: ENOENT, EACCES, EMFILE and others.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string pathname, int flags);

    /// <summary>open(2), with the path as C has it: no marshalling.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int open(byte* pathname, int flags);

    /// <summary>open(2), with the mode of a file that it makes (<see cref="O_CREAT"/>).</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string pathname, int flags, uint mode);

    /// <summary>inode(7): mode 0700, the owner alone.</summary>
    public const uint S_IRWXU = 0b111_000_000;

    /// <summary>mkdir(2), as the umask leaves the mode. Errors: EEXIST, EACCES, ENOSPC and others.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int mkdir(string pathname, uint mode);

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
