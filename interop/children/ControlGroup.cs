using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop.Processes;
using Bench.Interop.Scheduling;

namespace Bench.Interop.Children;

/// <summary>A control group of one command's run (cgroups(7)): what belongs to it, and the most memory that was charged to it.</summary>
/// <remarks>Its folder names this process, so that what a killed one left is found: see <see cref="Sweep"/>.</remarks>
[SupportedOSPlatform("linux")]
public abstract class ControlGroup : IDisposable
{
    private const string Prefix = "bench-try-";

    // The thread or process that was in it may be about to leave.
    private const int Attempts = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Makes one.</summary>
    /// <param name="parent">The folder of the group above.</param>
    /// <param name="number">Tells this process's groups apart.</param>
    /// <exception cref="IOException">It can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    protected ControlGroup(string parent, int number)
    {
        var own = ProcessIdentity.Own;
        Folder = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{own.Id}-{own.Start}-{number}"));
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Its folder.</summary>
    protected string Folder { get; }

    /// <summary>The most that was charged to it at once, in bytes, page cache included; null where that can't be read.</summary>
    public abstract long? PeakBytes { get; }

    /// <summary>Brings in the calling thread, or all of this process; what it starts is in it, too.</summary>
    public abstract void Enter();

    /// <summary>Takes out what <see cref="Enter"/> brought in, where that doesn't end by itself.</summary>
    public abstract void Leave();

    /// <summary>The processes in it that run, without this one.</summary>
    public IReadOnlyList<int> Members() =>
    [
        .. File.ReadLines(Path.Combine(Folder, "cgroup.procs")).Select(line => int.Parse(line, CultureInfo.InvariantCulture))
            .Where(id => id != Environment.ProcessId),
    ];

    /// <summary>Ends all in it, as far as one try can.</summary>
    public virtual void Kill()
    {
        foreach (int member in Members())
            _ = SysWait.kill(member, Prctl.SIGKILL);
    }

    /// <summary>Removes it, which must be empty.</summary>
    public void Dispose()
    {
        for (int attempt = 0; attempt < Attempts && !TryRemove(Folder); attempt++)
            Thread.Sleep(Pause);
    }

    /// <summary>Removes groups below <paramref name="parent"/> whose process was killed, with what still runs in them.</summary>
    public static void Sweep(string parent)
    {
        foreach (string folder in Directory.EnumerateDirectories(parent, Prefix + "*").Where(IsOfTheDead))
        {
            foreach (string line in File.ReadLines(Path.Combine(folder, "cgroup.procs")))
                _ = SysWait.kill(int.Parse(line, CultureInfo.InvariantCulture), Prctl.SIGKILL);
            for (int attempt = 0; attempt < Attempts && !TryRemove(folder); attempt++)
                Thread.Sleep(Pause);
        }
    }

    /// <summary>A file of it; null where that isn't there.</summary>
    protected long? Number(string file) =>
        File.Exists(Path.Combine(Folder, file))
        && long.TryParse(File.ReadAllText(Path.Combine(Folder, file)), CultureInfo.InvariantCulture, out long value) ? value : null;

    /// <summary>Writes a file of it, or of another group.</summary>
    protected static void Write(string path, string text)
    {
        // One write(2) by this thread, which "0" stands for.
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, System.Text.Encoding.ASCII.GetBytes(text), 0);
    }

    private static bool IsOfTheDead(string folder) =>
        Path.GetFileName(folder)[Prefix.Length..].Split('-') is [var id, var start, _]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int process)
        && long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out long since)
        && !new ProcessIdentity(process, since).IsAlive;

    private static bool TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
