using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Microsoft.Win32.SafeHandles;

namespace Bench.Interop.Settings;

/// <summary>
/// Exclusive right to change settings, machine-wide: flock(2) on the settings' own directory. Unlike a lock file in /run or
/// /tmp it cannot be missing, planted, deleted under its holder, or created so that the next user may not open it; and the
/// kernel releases it however the holder dies.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class SettingsLock : IDisposable
{
    private readonly SafeFileHandle directory;

    private SettingsLock(SafeFileHandle directory) => this.directory = directory;

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <returns>Null when another process (or another guard in this one) has it.</returns>
    /// <exception cref="SystemError">There is no such directory, or it can't be locked.</exception>
    public static SettingsLock? TryTake(SettingsPlace place)
    {
        SafeFileHandle handle = Open(place);
        // Not inherited (O_CLOEXEC): a child that outlives this process must not keep the lock.
        if (SysFile.flock((int)handle.DangerousGetHandle(), SysFile.LOCK_EX | SysFile.LOCK_NB) == 0)
            return new SettingsLock(handle);
        SystemError error = SystemError.Last("flock");
        handle.Dispose();
        return error.Errno == Errno.EAGAIN ? null : throw error;
    }

    /// <summary>Who has the lock, for people: <c>process 1234 (dotnet)</c>, from proc_locks(5).</summary>
    public static string Holder(SettingsPlace place)
    {
        try
        {
            using SafeFileHandle handle = Open(place);
            SysStat.Statx stat = SysStat.Of(handle);
            string file = string.Create(CultureInfo.InvariantCulture, $"{stat.stx_dev_major:x2}:{stat.stx_dev_minor:x2}:{stat.stx_ino}");
            foreach (string line in File.ReadLines("/proc/locks"))
            {
                if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "FLOCK", _, _, var id, var locked, ..] && locked == file)
                    return $"process {id} ({File.ReadAllText($"/proc/{id}/comm").Trim()})";
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SystemError)
        {
            // The holder may be gone by now, or hidden from this user.
        }
        return "another process";
    }

    /// <summary>Lets the next one have it.</summary>
    public void Dispose() => directory.Dispose();

    private static SafeFileHandle Open(SettingsPlace place)
    {
        int fd = Unistd.open(place.Root, Unistd.O_RDONLY | Unistd.O_CLOEXEC);
        return fd >= 0 ? new SafeFileHandle(fd, ownsHandle: true) : throw SystemError.Last($"open {place.Root}");
    }
}
