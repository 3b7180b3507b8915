using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Children;

/// <summary>A user as the system's database has it (passwd(5), group(5)).</summary>
/// <param name="Name">Login name.</param>
/// <param name="User">User ID.</param>
/// <param name="Group">Group ID.</param>
/// <param name="Groups">All groups, as initgroups(3) would set them.</param>
/// <param name="Home">Home folder.</param>
[SupportedOSPlatform("linux")]
public sealed unsafe partial record Account(string Name, uint User, uint Group, IReadOnlyList<uint> Groups, string Home)
{
    // The record's strings; getpwnam_r(3) suggests as much.
    private const int RecordBytes = 16 << 10;
    private const int MostGroups = 65_536;

    /// <summary>The user of a name; null where there is none.</summary>
    /// <exception cref="SystemError">The database can't be read.</exception>
    public static Account? Find(string name)
    {
        byte* strings = stackalloc byte[RecordBytes];
        passwd found;
        passwd* result;
        int error = getpwnam_r(name, &found, strings, RecordBytes, &result);
        // Databases differ in how they say that there is none.
        if (error is not (0 or Errno.ENOENT or Errno.EPERM or Errno.EBADF))
            throw new SystemError($"getpwnam_r {name}", error);
        return error != 0 || result is null
            ? null
            : new Account(
                name, found.pw_uid, found.pw_gid, GroupsOf(name, found.pw_gid), Marshal.PtrToStringUTF8((nint)found.pw_dir) ?? "/");
    }

    private static uint[] GroupsOf(string name, uint own)
    {
        int count = 64;
        for (uint[] groups; count <= MostGroups; count = Math.Max(count, 2 * groups.Length))
        {
            groups = new uint[count];
            fixed (uint* first = groups)
                if (getgrouplist(name, own, first, &count) >= 0)
                    return groups[..count];
        }
        return [own];
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int getpwnam_r(string name, passwd* record, byte* strings, nuint bytes, passwd** result);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int getgrouplist(string name, uint group, uint* groups, int* count);

    // The fields used here of struct passwd, the same in glibc and musl where pointers have 8 bytes.
    [StructLayout(LayoutKind.Explicit, Size = 64)]
    private struct passwd
    {
        [FieldOffset(16)] public uint pw_uid;
        [FieldOffset(20)] public uint pw_gid;
        [FieldOffset(32)] public byte* pw_dir;
    }
}
