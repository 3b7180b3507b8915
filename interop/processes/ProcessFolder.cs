using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Settings;
using Microsoft.Win32.SafeHandles;

namespace Bench.Interop.Processes;

/// <summary>
/// The folder below the system's temporary one that holds all a process has there: <c>bench-PID-START-random</c>, of its user alone. It is removed when
/// disposed of and when a signal ends the process; what <c>kill -9</c> leaves, the next one removes. Its owner holds flock(2) on it, so that a living
/// process's is never taken for left behind, not even from another PID namespace.
/// </summary>
public sealed class ProcessFolder : IDisposable
{
    private const string Prefix = "bench-";

    private readonly SafeFileHandle? held;
    private readonly IDisposable? hooks;

    private ProcessFolder(string path)
    {
        Path = path;
        if (!OperatingSystem.IsLinux())
            return;
        held = TryHold(path);
        hooks = new ExitHooks(Remove);
    }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>Makes one, and removes those that killed processes of this user left.</summary>
    /// <exception cref="IOException">There is no temporary folder, or no room.</exception>
    /// <exception cref="UnauthorizedAccessException">The temporary folder can't be written to.</exception>
    public static ProcessFolder Create()
    {
        RemoveLeftBehind();
        return new ProcessFolder(Directory.CreateTempSubdirectory($"{Prefix}{NameOf(Environment.ProcessId)}-").FullName);
    }

    /// <summary>Those in the temporary folder whose process, one of this user's, has ended.</summary>
    public static IReadOnlyList<string> LeftBehind() => OperatingSystem.IsLinux() && Directory.Exists(System.IO.Path.GetTempPath())
        ? [.. Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*").Where(IsLeftBehind)]
        : [];

    /// <summary>Removes those left behind, as far as they can be.</summary>
    public static void RemoveLeftBehind()
    {
        try
        {
            foreach (string path in LeftBehind())
                Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process removes it too, or it is none of ours: nothing depends on it.
        }
    }

    /// <summary>Removes it with all it holds.</summary>
    public void Dispose()
    {
        hooks?.Dispose();
        Remove();
        held?.Dispose();
    }

    private void Remove()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A child, which the same Ctrl-C ends, was still writing.
                if (attempt == 100)
                    return;
                Thread.Sleep(10);
            }
        }
    }

    [SupportedOSPlatform("linux")]
    private static bool IsLeftBehind(string path)
    {
        // The name alone tells of a process that has not locked it yet.
        if (System.IO.Path.GetFileName(path).Split('-') is not [_, var id, var start, _] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int process) || NameOf(process) == $"{id}-{start}")
            return false;
        using var lockable = TryHold(path);
        return lockable is not null;
    }

    [SupportedOSPlatform("linux")]
    private static SafeFileHandle? TryHold(string path)
    {
        // Not blocking: what somebody else made there may be a pipe.
        int fd = Unistd.open(path, Unistd.O_RDONLY | Unistd.O_CLOEXEC | Unistd.O_NONBLOCK);
        if (fd < 0)
            return null;
        var handle = new SafeFileHandle(fd, ownsHandle: true);
        if (SysStat.Of(handle).stx_uid == Unistd.geteuid() && SysFile.flock(fd, SysFile.LOCK_EX | SysFile.LOCK_NB) == 0)
            return handle;
        handle.Dispose();
        return null;
    }

    /// <summary>PID and start of a process, in clock ticks since boot (proc_pid_stat(5)): a number taken again later is another process.</summary>
    private static string NameOf(int process)
    {
        string start = "0";
        try
        {
            if (OperatingSystem.IsLinux())
                start = File.ReadAllText($"/proc/{process}/stat") is var stat ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19] : start;
        }
        catch (IOException)
        {
            // No such process.
        }
        return string.Create(CultureInfo.InvariantCulture, $"{process}-{start}");
    }
}
