using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Files;
using Microsoft.Win32.SafeHandles;

namespace Bench.Settings;

/// <summary>
/// A lock of flock(2), which the kernel releases however its holder dies. There are two. The one on the settings' own directory is every
/// user's: it keeps runs from each other, and cannot be missing, planted, or deleted under its holder; but anybody can hold it, for as long
/// as he likes. So who restores what he alone can have changed takes the other one, on a file that only root can open.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class SettingsLock : IDisposable
{
    private const uint OwnersOnly = 0b110_000_000;
    private const int GroupAndOthers = 0b111_111;

    private readonly SafeFileHandle file;

    private SettingsLock(SafeFileHandle file) => this.file = file;

    /// <summary>Takes the directory's lock if nobody has it.</summary>
    /// <param name="place">Where the settings are.</param>
    /// <param name="holder">Who has it; null where nobody has, or it can't be told.</param>
    /// <returns>Null when another process (or another guard in this one) has it.</returns>
    /// <exception cref="SystemError">There is no such directory, or it can't be locked.</exception>
    public static SettingsLock? TryTake(SettingsPlace place, out LockHolder? holder) =>
        TryLock(Open(place.Root, Unistd.O_DIRECTORY), out holder);

    /// <summary>Takes root's own lock if no other process has it; where the place has none, the directory's.</summary>
    /// <exception cref="SystemError">It can't be locked.</exception>
    /// <exception cref="IOException">Somebody else made the file, or may write it.</exception>
    public static SettingsLock? TryTakeOwn(SettingsPlace place, out LockHolder? holder)
    {
        if (place.OwnLock is null)
            return TryTake(place, out holder);
        var file = Open(place.OwnLock, Unistd.O_CREAT | Unistd.O_NOFOLLOW | Unistd.O_NONBLOCK);
        var stat = SysStat.Of(file);
        if ((stat.stx_mode & SysStat.S_IFMT) == SysStat.S_IFREG && stat.stx_uid == Unistd.geteuid()
            && (stat.stx_mode & GroupAndOthers) == 0)
            return TryLock(file, out holder);
        file.Dispose();
        throw new IOException($"{place.OwnLock} is not this user's alone: remove it");
    }

    /// <summary>Who has the directory's lock now.</summary>
    public static LockHolder? Holder(SettingsPlace place)
    {
        using var directory = Open(place.Root, Unistd.O_DIRECTORY);
        return LockHolder.Of(directory);
    }

    /// <summary>Lets the next one have it.</summary>
    public void Dispose() => file.Dispose();

    private static SettingsLock? TryLock(SafeFileHandle file, out LockHolder? holder)
    {
        holder = null;
        if (SysFile.flock((int)file.DangerousGetHandle(), SysFile.LOCK_EX | SysFile.LOCK_NB) == 0)
            return new SettingsLock(file);
        var error = SystemError.Last("flock");
        holder = LockHolder.Of(file);
        file.Dispose();
        return error.Errno == Errno.EAGAIN ? null : throw error;
    }

    private static SafeFileHandle Open(string path, int flags)
    {
        // Not inherited (O_CLOEXEC): a child that outlives this process must not keep the lock.
        int fd = Unistd.open(path, Unistd.O_RDONLY | Unistd.O_CLOEXEC | flags, OwnersOnly);
        return fd >= 0 ? new SafeFileHandle(fd, ownsHandle: true) : throw SystemError.Last($"open {path}");
    }
}
