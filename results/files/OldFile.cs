using System.Runtime.Versioning;
using Bench.Interop.Files;
using Microsoft.Win32.SafeHandles;

namespace Bench.Results.Files;

/// <summary>What is there before something is written.</summary>
/// <param name="Owner">User ID.</param>
/// <param name="Group">Group ID.</param>
/// <param name="Mode">Permissions.</param>
/// <param name="IsFolder">It is a directory.</param>
/// <param name="CanBeReplaced">It is a regular file of one name.</param>
internal sealed record OldFile(uint Owner, uint Group, UnixFileMode Mode, bool IsFolder, bool CanBeReplaced)
{
    /// <summary>What <paramref name="path"/> leads to; null for nothing.</summary>
    [SupportedOSPlatform("linux")]
    public static OldFile? Of(string path) => SysStat.Of(path) is not { } found ? null : new OldFile(
        found.stx_uid,
        found.stx_gid,
        (UnixFileMode)(found.stx_mode & SysStat.Permissions),
        (found.stx_mode & SysStat.S_IFMT) == SysStat.S_IFDIR,
        (found.stx_mode & SysStat.S_IFMT) == SysStat.S_IFREG && found.stx_nlink == 1);

    /// <summary>Gives a new file this one's owner and mode.</summary>
    /// <returns>False where the owner can't be given.</returns>
    [SupportedOSPlatform("linux")]
    public bool TryPassOn(SafeFileHandle file)
    {
        var own = SysStat.Of(file);
        if ((own.stx_uid, own.stx_gid) != (Owner, Group) && Unistd.fchown((int)file.DangerousGetHandle(), Owner, Group) != 0)
            return false;
        File.SetUnixFileMode(file, Mode);
        return true;
    }
}
