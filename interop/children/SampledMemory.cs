using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace Bench.Interop.Children;

/// <summary>
/// The most memory that a process and its descendants were seen with: the sum of their proportional set sizes (proc_pid_smaps(5),
/// smaps_rollup since Linux 4.14), sampled by a thread of its own. Looking takes the time of this process, and a little of theirs: pauses
/// are so long that it stays below a fiftieth.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class SampledMemory : IDisposable
{
    private const int PauseByLook = 50;
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(5);

    private readonly ManualResetEventSlim ended = new();
    private readonly Thread thread;
    private long peak;

    /// <summary>Begins at once.</summary>
    /// <param name="process">Process ID of the first of them.</param>
    public SampledMemory(int process)
    {
        thread = new Thread(() => Watch(process)) { IsBackground = true, Name = "sampled memory" };
        thread.Start();
    }

    /// <summary>The most seen so far, in bytes; null where nothing was seen.</summary>
    public long? PeakBytes => Interlocked.Read(ref peak) is > 0 and var seen ? seen : null;

    /// <summary>Looks no more.</summary>
    public void Dispose()
    {
        ended.Set();
        thread.Join();
        ended.Dispose();
    }

    /// <summary>Bytes of Pss in a text of smaps_rollup; 0 where it says nothing.</summary>
    internal static long PssOf(string rollup)
    {
        const string key = "\nPss:";
        int at = rollup.IndexOf(key, StringComparison.Ordinal);
        if (at < 0)
            return 0;
        string digits = string.Concat(rollup[(at + key.Length)..].TrimStart().TakeWhile(char.IsAsciiDigit));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long kib) ? kib << 10 : 0;
    }

    private void Watch(int process)
    {
        var look = new Stopwatch();
        do
        {
            look.Restart();
            long now = ProcessTree.Below(ProcessTree.All(), [process]).Sum(member => PssOf(Rollup(member.Id)));
            Interlocked.Exchange(ref peak, Math.Max(Interlocked.Read(ref peak), now));
        }
        while (!ended.Wait(Pause(look.Elapsed)));
    }

    private static TimeSpan Pause(TimeSpan look) => PauseByLook * look > LeastPause ? PauseByLook * look : LeastPause;

    private static string Rollup(int process)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/smaps_rollup"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
