using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Children;

namespace Bench.Results.Copies;

/// <summary>Any command, run again and again with nothing to read and nowhere to write.</summary>
/// <param name="shown">The command as it was typed, for messages.</param>
/// <param name="plan">How it is started.</param>
[SupportedOSPlatform("linux")]
public sealed class MeasuredCommand(string shown, ChildPlan plan)
{
    private readonly HashSet<string> left = new(StringComparer.Ordinal);
    private Child? running;

    /// <summary>The command as it was typed.</summary>
    public string Shown => shown;

    /// <summary>Names of processes that runs left behind, which were ended.</summary>
    public IReadOnlySet<string> Left => left;

    /// <summary>Runs it once, as a whole process.</summary>
    /// <exception cref="LaunchException">It failed.</exception>
    /// <exception cref="IOException">It can't be started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    public CommandTime Run(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        running = Start();
        var end = running.Wait(cancellation);
        // A signal's handler may end it before another one cancels.
        if (end.WasKilled)
            throw new OperationCanceledException(cancellation);
        if (end.Status != 0)
            throw new LaunchException($"'{shown}' ended {HowEnded(end)} (what it prints is not kept: run it by itself)");
        left.UnionWith(end.Left);
        return new CommandTime(end.WallNanoseconds, end.Usage.UserNanoseconds + end.Usage.SystemNanoseconds);
    }

    /// <summary>Ends what runs now, before this process ends.</summary>
    public void Kill() => running?.Kill();

    private static string HowEnded(ChildEnd end) => end.Signal is { } signal ? $"by signal {signal}" : $"with status {end.Status}";

    private Child Start()
    {
        try
        {
            return Child.Start(plan);
        }
        catch (SystemError e)
        {
            throw new IOException($"{plan.Path} can't be run: {(e.Errno == Errno.ENOEXEC ? "it is no program" : e.Message)}");
        }
    }
}

/// <summary>What one run of a command took.</summary>
/// <param name="WallNanoseconds">From its start to its end.</param>
/// <param name="CpuNanoseconds">CPU time of it and of all that it waited for, to the microsecond.</param>
public readonly record struct CommandTime(long WallNanoseconds, long CpuNanoseconds)
{
    /// <summary>From its start to its end.</summary>
    public TimeSpan Wall => TimeSpan.FromMicroseconds(WallNanoseconds / 1000.0);
}
