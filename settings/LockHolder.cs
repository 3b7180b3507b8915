using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Files;
using Microsoft.Win32.SafeHandles;

namespace Bench.Settings;

/// <summary>Who holds a lock of flock(2).</summary>
/// <param name="Id">Process ID.</param>
/// <param name="Name">The process's name (proc_pid_comm(5)).</param>
/// <param name="User">Its real user ID: a set-user-ID program that it turned into doesn't change that (credentials(7)).</param>
[SupportedOSPlatform("linux")]
internal sealed record LockHolder(int Id, string Name, uint User)
{
    /// <summary>
    /// The holder of the lock on an open file, from proc_locks(5); null where it is gone by now, or hidden from this user.
    /// </summary>
    public static LockHolder? Of(SafeFileHandle file)
    {
        try
        {
            var stat = SysStat.Of(file);
            string name = string.Create(CultureInfo.InvariantCulture, $"{stat.stx_dev_major:x2}:{stat.stx_dev_minor:x2}:{stat.stx_ino}");
            foreach (string line in File.ReadLines("/proc/locks"))
            {
                if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "FLOCK", _, _, var id, var locked, ..] && locked == name)
                    return Of(int.Parse(id, CultureInfo.InvariantCulture));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SystemError)
        {
            // Told as another process.
        }
        return null;
    }

    /// <summary>For people: <c>process 1234 (dotnet)</c>, with its user where that is another one than this process's.</summary>
    public override string ToString() => $"process {Id} ({Name}){(User == Unistd.geteuid() ? "" : $" of user {User}")}";

    private static LockHolder Of(int id)
    {
        string user = File.ReadLines($"/proc/{id}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        return new LockHolder(id, File.ReadAllText($"/proc/{id}/comm").Trim(), uint.Parse(user, CultureInfo.InvariantCulture));
    }
}
