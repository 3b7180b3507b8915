using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Files;

/// <summary>sys/stat.h: statx(2), whose structure, unlike stat's, is the same on every architecture.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class SysStat
{
    /// <summary>statx(2): describe dirfd itself when the path is empty.</summary>
    public const int AT_EMPTY_PATH = 0x1000;

    /// <summary>statx(2): type, mode, link count, owner, inode and the rest of what stat(2) gives.</summary>
    public const uint STATX_BASIC_STATS = 0x7ff;

    /// <summary>inode(7): the bits of a mode that hold the file's type.</summary>
    public const int S_IFMT = 0xf000;

    /// <summary>inode(7): a regular file.</summary>
    public const int S_IFREG = 0x8000;

    /// <summary>inode(7): a directory.</summary>
    public const int S_IFDIR = 0x4000;

    /// <summary>inode(7): the bits of a mode that are no type: permissions, set-user-ID, set-group-ID, sticky.</summary>
    public const int Permissions = 0xfff;

    // openat(2): paths that are relative are so to the working directory.
    private const int AT_FDCWD = -100;

    /// <summary>The fields used here of struct statx (include/uapi/linux/stat.h), 256 bytes in all.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public struct Statx
    {
        /// <summary>Number of hard links.</summary>
        [FieldOffset(16)] public uint stx_nlink;

        /// <summary>User ID of the owner.</summary>
        [FieldOffset(20)] public uint stx_uid;

        /// <summary>Group ID of the owner.</summary>
        [FieldOffset(24)] public uint stx_gid;

        /// <summary>File type and permissions.</summary>
        [FieldOffset(28)] public ushort stx_mode;

        /// <summary>Inode number.</summary>
        [FieldOffset(32)] public ulong stx_ino;

        /// <summary>Size in bytes.</summary>
        [FieldOffset(40)] public ulong stx_size;

        /// <summary>Major number of the device that holds the file.</summary>
        [FieldOffset(136)] public uint stx_dev_major;

        /// <summary>Minor number of the device that holds the file.</summary>
        [FieldOffset(140)] public uint stx_dev_minor;
    }

    /// <summary>statx(2); -1 and errno on failure. Errors: EBADF, EFAULT, EINVAL, ENOSYS (before Linux 4.11) and others.</summary>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int statx(int dirfd, string pathname, int flags, uint mask, Statx* statxbuf);

    /// <summary>statx(2) of what a path leads to, links followed; null where that can't be told, mostly since there is nothing.</summary>
    public static Statx? Of(string path)
    {
        Statx result;
        return statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, &result) == 0 ? result : null;
    }

    /// <summary>statx(2) of an open file.</summary>
    /// <exception cref="SystemError">statx(2) failed.</exception>
    public static Statx Of(SafeHandle file)
    {
        Statx result;
        if (statx((int)file.DangerousGetHandle(), "", AT_EMPTY_PATH, STATX_BASIC_STATS, &result) != 0)
            throw SystemError.Last("statx");
        return result;
    }
}
