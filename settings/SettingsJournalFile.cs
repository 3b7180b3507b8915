using System.Runtime.Versioning;
using System.Text;
using Bench.Interop;
using Bench.Interop.Files;
using Microsoft.Win32.SafeHandles;

namespace Bench.Settings;

/// <summary>
/// The journal on disk, one per user, in a directory that others may be able to write: nothing is read or written through
/// a link, and nothing is believed that this user does not own. Written only by the holder of <see cref="SettingsLock.TryTakeOwn"/>'s lock.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class SettingsJournalFile(SettingsPlace place)
{
    private const int MostBytes = 64 * 1024;
    private const int GroupAndOthers = 0b111_111;

    private IEnumerable<string> Paths => place.JournalDirectories.Select(
        directory => Path.Combine(directory, $"bench-settings-{Unistd.geteuid()}.journal"));

    /// <summary>Whether anything by the journal's name is there, to save taking the lock.</summary>
    public bool Exists => Paths.Any(path => File.Exists(path));

    /// <summary>Replaces the journal in one step and waits until it is on disk; no entries: removes it.</summary>
    /// <exception cref="IOException">No directory takes it.</exception>
    public void Write(IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
        {
            // Another user's file stays: deleting it on their behalf is not this program's business.
            foreach (string path in Paths.Where(path => ReadOwn(path, out _) is not null))
                File.Delete(path);
            return;
        }
        byte[] text = Encoding.ASCII.GetBytes(new Journal(Environment.ProcessId, entries).Format());
        var refusals = new List<string>();
        foreach (string path in Paths)
        {
            try
            {
                Replace(path, text);
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                refusals.Add(error.Message);
            }
        }
        throw new IOException($"no place for the journal of changed settings: {string.Join("; ", refusals)}");
    }

    /// <summary>Whether one of these processes wrote what is there, or it can't be told now.</summary>
    public bool IsOf(params int[] processes)
    {
        try
        {
            return ReadLeftovers(static _ => { }).Any(journal => processes.Contains(journal.ProcessId));
        }
        catch (Exception error) when (error is SystemError or IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Every journal left over that can be believed, and a line for each that can't be.</summary>
    public IEnumerable<Journal> ReadLeftovers(Action<string> tell)
    {
        foreach (string path in Paths)
        {
            string? text = ReadOwn(path, out string reason);
            if (text is null && reason == "")
                continue;
            var journal = text is null ? null : Journal.Parse(text, out reason);
            if (journal is not null)
            {
                yield return journal;
                continue;
            }
            tell($"ignored {path}: {reason}");
        }
    }

    private static void Replace(string path, byte[] text)
    {
        // One fixed name, as only one process holds the lock: a killed one leaves nothing that piles up.
        string next = path + ".new";
        File.Delete(next);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(next, options))
        {
            file.Write(text);
            file.Flush(flushToDisk: true);
        }
        File.Move(next, path, overwrite: true);
    }

    private static string? ReadOwn(string path, out string reason)
    {
        reason = "";
        int fd = Unistd.open(path, Unistd.O_RDONLY | Unistd.O_CLOEXEC | Unistd.O_NOFOLLOW | Unistd.O_NONBLOCK);
        if (fd < 0)
        {
            var error = SystemError.Last("open");
            reason = error.Errno == Errno.ENOENT ? "" : error.Message;
            return null;
        }
        using var handle = new SafeFileHandle(fd, ownsHandle: true);
        var stat = SysStat.Of(handle);
        reason = stat switch
        {
            _ when (stat.stx_mode & SysStat.S_IFMT) != SysStat.S_IFREG => "it is not a regular file",
            _ when stat.stx_uid != Unistd.geteuid() => $"it belongs to user {stat.stx_uid}",
            _ when (stat.stx_mode & GroupAndOthers) != 0 => "others have access to it",
            _ when stat.stx_nlink != 1 => "it has another name as well",
            _ when stat.stx_size > MostBytes => "it is too long",
            _ => "",
        };
        if (reason != "")
            return null;
        byte[] bytes = new byte[stat.stx_size];
        int count = RandomAccess.Read(handle, bytes, 0);
        return Encoding.ASCII.GetString(bytes, 0, count);
    }
}
