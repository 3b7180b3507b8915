using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Bench.Interop.Files;
using Microsoft.Win32.SafeHandles;

namespace Bench.Interop.Processes;

/// <summary>
/// A temporary folder of this process and user alone, <c>bench-PID-START-xxxxxx</c> below <c>TMPDIR</c>, mode 0700: removed on disposal,
/// when the process ends in any way that it can notice, by a child process after SIGKILL, and by the next <see cref="Sweep"/> if that was
/// killed too.
/// </summary>
public sealed partial class ProcessFolder : IDisposable
{
    private const string Prefix = "bench-";
    private const int GroupAndOthers = 0b111_111;

    // What a child of the same Ctrl-C was still writing: a second in all.
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly ExitHooks hooks;
    private readonly SafeFileHandle? held;
    private readonly FolderJanitor? janitor;

    private ProcessFolder(string path, bool atSignals)
    {
        Path = path;
        held = OperatingSystem.IsLinux() ? TryHold(path) : null;
        hooks = new ExitHooks(Remove, atSignals);
        janitor = OperatingSystem.IsLinux() ? FolderJanitor.Start(path) : null;
    }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>Makes one, and sweeps first.</summary>
    /// <param name="atSignals">Removed by the signals that end a process; false where they are caught, and what uses the folder has to end
    /// before it goes.</param>
    /// <param name="parent">The folder that it lies in; null for <c>TMPDIR</c>.</param>
    /// <exception cref="IOException">It can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static ProcessFolder Create(bool atSignals = true, string? parent = null)
    {
        parent = System.IO.Path.GetFullPath(parent ?? System.IO.Path.GetTempPath());
        Sweep(parent);
        var own = ProcessIdentity.Own;
        // As mkdtemp(3): made by this call, or not at all, with a name that nobody can foresee.
        string path = System.IO.Path.Combine(parent, $"{Prefix}{own.Id}-{own.Start}-{System.IO.Path.GetRandomFileName()[..6]}");
        if (!OperatingSystem.IsLinux())
            return new ProcessFolder(Directory.CreateDirectory(path).FullName, atSignals);
        if (Unistd.mkdir(path, Unistd.S_IRWXU) != 0)
            throw new IOException(SystemError.Last($"mkdir {path}").Message);
        return new ProcessFolder(path, atSignals);
    }

    /// <summary>Makes one as <see cref="Create"/> does below <c>TMPDIR</c>; null with the reason where none can be made.</summary>
    public static ProcessFolder? TryCreate(out string whyNot)
    {
        whyNot = "";
        try
        {
            return Create();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            whyNot = error.Message;
            return null;
        }
    }

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>
    /// Removes what processes of this user's left that ended without doing so; other users' folders, links and what is still in use stay.
    /// </summary>
    /// <param name="parent">The folder to look in; null for <c>TMPDIR</c>.</param>
    /// <returns>The folders removed.</returns>
    public static IReadOnlyList<string> Sweep(string? parent = null) =>
        OperatingSystem.IsLinux() ? [.. Left(parent ?? System.IO.Path.GetTempPath()).Where(TryRemove)] : [];

    /// <summary>Removes it with all that is in it. Later calls do nothing.</summary>
    public void Dispose()
    {
        hooks.Dispose();
        Remove();
        janitor?.Dispose();
        held?.Dispose();
    }

    [GeneratedRegex(@"^bench-(?<id>\d{1,9})-(?<start>\d{1,18})-[a-z0-9]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern { get; }

    private static IEnumerable<string> Left(string parent)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(parent, Prefix + "*").Where(IsOfTheDead).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsOfTheDead(string path) =>
        NamePattern.Match(System.IO.Path.GetFileName(path)) is { Success: true } name
        && !new ProcessIdentity(int.Parse(name.Groups["id"].ValueSpan), long.Parse(name.Groups["start"].ValueSpan)).IsAlive;

    [SupportedOSPlatform("linux")]
    private static bool TryRemove(string path)
    {
        // A process of another container has a number of its own there: that it lives, only its lock tells.
        using var free = TryHold(path);
        if (free is null)
            return false;
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// Its lock (flock(2)), which ends with the process; null where another holds it, or it is not a folder of this user's alone.
    /// </summary>
    [SupportedOSPlatform("linux")]
    private static SafeFileHandle? TryHold(string path)
    {
        int fd = Unistd.open(path, Unistd.O_RDONLY | Unistd.O_CLOEXEC | Unistd.O_DIRECTORY | Unistd.O_NOFOLLOW);
        if (fd < 0)
            return null;
        var folder = new SafeFileHandle(fd, ownsHandle: true);
        if (IsOwn(folder) && SysFile.flock(fd, SysFile.LOCK_EX | SysFile.LOCK_NB) == 0)
            return folder;
        folder.Dispose();
        return null;
    }

    [SupportedOSPlatform("linux")]
    private static bool IsOwn(SafeFileHandle folder)
    {
        try
        {
            var stat = SysStat.Of(folder);
            return stat.stx_uid == Unistd.geteuid() && (stat.stx_mode & GroupAndOthers) == 0;
        }
        catch (SystemError)
        {
            // A sandbox that forbids to ask.
            return false;
        }
    }

    private void Remove()
    {
        for (int attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                if (attempt == Attempts)
                    return;
                Thread.Sleep(Pause);
            }
        }
    }
}
