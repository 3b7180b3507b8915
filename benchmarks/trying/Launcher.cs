using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Children;
using Bench.Interop.Scheduling;
using Bench.Results;
using Bench.Results.Tries;
using Bench.Settings;

namespace Bench.Trying;

/// <summary>Launches the command once under a setting, and holds it to what the first launch did.</summary>
/// <param name="program">The command.</param>
/// <param name="options">How it is tried.</param>
/// <param name="guard">Changes system settings; null where none is changed.</param>
/// <param name="memory">How its memory is learnt.</param>
/// <param name="libraries">Those that settings preload.</param>
/// <param name="janitor">Ends it where this process is killed; null where nothing does.</param>
[SupportedOSPlatform("linux")]
internal sealed class Launcher(
    TriedProgram program, TryOptions options, SettingsGuard? guard, MemoryWatch memory, PreloadFolder libraries, GroupJanitor? janitor)
{
    private const int StandardOutput = 1, StandardError = 2;

    private Child? running;
    private readonly HashSet<string> left = new(StringComparer.Ordinal);
    private (long Length, ulong Hash)? output;

    /// <summary>The status that every launch exited with; null before the first.</summary>
    public int? ExitStatus { get; private set; }

    /// <summary>Names of processes that launches left behind.</summary>
    public IReadOnlyCollection<string> Left => left;

    /// <summary>Has what the command leaves behind become this process's, to be ended.</summary>
    public static void Adopt() => _ = Prctl.prctl(Prctl.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);

    /// <summary>Ends what runs now, before this process ends.</summary>
    public void Kill() => running?.Kill();

    /// <summary>One launch.</summary>
    /// <exception cref="StoppedException">It did what ends the trial.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    /// <exception cref="IOException">A setting can't be changed.</exception>
    public TriedLaunch Launch(OfferedSetting setting, int round, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var changed = guard?.Change(setting.Changes);
        if (options.Prepare is { } line)
            Prepare(line, cancellation);
        using var group = memory.Next();
        using var digest = options.SameOutput ? new OutputDigest() : null;
        using var input = options.Input is { } file ? File.OpenHandle(file) : null;
        var plan = program.Plan([.. setting.Variables, .. Preloaded(setting)]) with
        {
            Input = (int?)input?.DangerousGetHandle(),
            Output = digest?.Descriptor ?? (options.ShowOutput ? StandardOutput : null),
            Errors = options.ShowOutput ? StandardError : null,
            WithoutHugePages = setting.WithoutHugePages,
            Group = group,
        };
        var (end, peak) = Run(plan, digest, cancellation);
        Check(end, setting);
        if (digest is not null)
            Check(digest.End(), setting);
        left.UnionWith(end.Left);
        return new TriedLaunch(round, end.WallNanoseconds, end.Usage.UserNanoseconds, end.Usage.SystemNanoseconds,
            end.Usage.MinorFaults, end.Usage.MajorFaults, end.Usage.Waits, peak);
    }

    // What the user preloads stays before it.
    private IEnumerable<KeyValuePair<string, string>> Preloaded(OfferedSetting setting)
    {
        const string preload = "LD_PRELOAD";
        if (setting.Preload is not { } library)
            yield break;
        string path = libraries.PathOf(library);
        yield return new(preload, program.Variable(preload) is { Length: > 0 } set ? $"{set}:{path}" : path);
    }

    private (ChildEnd End, long? PeakBytes) Run(ChildPlan plan, OutputDigest? digest, CancellationToken cancellation)
    {
        using var late = options.Timeout is { } limit ? new CancellationTokenSource(limit) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            var child = Begin(plan);
            // What this process allocates from here on is not the command's.
            plan.Group?.Leave();
            digest?.Begin();
            using var sampled = plan.Group is null ? new SampledMemory(child.Id) : null;
            var end = child.Wait(either.Token);
            cancellation.ThrowIfCancellationRequested();
            if (late.IsCancellationRequested)
                throw new StoppedException($"the command took more than {Durations.Describe(options.Timeout!.Value)} (--timeout)");
            // A signal's handler may end it before another one cancels.
            if (end.WasKilled)
                throw new OperationCanceledException(cancellation);
            return (end, plan.Group?.PeakBytes ?? sampled?.PeakBytes);
        }
        finally
        {
            janitor?.Watch(0);
            plan.Group?.Leave();
        }
    }

    // From here on it ends where this process does.
    private Child Begin(ChildPlan plan)
    {
        var child = running = Start(plan);
        janitor?.Watch(child.Id);
        return child;
    }

    private Child Start(ChildPlan plan)
    {
        try
        {
            return Child.Start(plan);
        }
        catch (SystemError e) when (e.Errno is Errno.ENOENT or Errno.EACCES or Errno.ENOEXEC)
        {
            string who = program.Account is { } account ? $" as {account.Name}" : "";
            throw new IOException($"{plan.Path} can't be run{who}: {(e.Errno == Errno.ENOEXEC ? "it is no program" : e.Message)}");
        }
    }

    private void Prepare(string line, CancellationToken cancellation)
    {
        try
        {
            var end = Begin(program.PlanShell(line) with { Errors = StandardError }).Wait(cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (end.WasKilled)
                throw new OperationCanceledException(cancellation);
            if (end.Status != 0)
                throw new StoppedException($"--prepare ended {Ended(end)}: {line}");
        }
        finally
        {
            janitor?.Watch(0);
        }
    }

    private void Check(ChildEnd end, OfferedSetting setting)
    {
        if (end.Signal is not null)
            throw new StoppedException($"the command was ended {Ended(end)} under '{setting.Title}' (--show-output shows what it says)");
        if (ExitStatus is { } first && first != end.Status)
            throw new StoppedException($"the command ended with status {end.Status} under '{setting.Title}', and with {first} at first");
        ExitStatus = end.Status;
    }

    private void Check((long Length, ulong Hash) written, OfferedSetting setting)
    {
        if (output is { } first && first != written)
            throw new StoppedException($"the command wrote something else under '{setting.Title}' than at first (--same-output)");
        output = written;
    }

    private static string Ended(ChildEnd end) => end.Signal is { } signal ? $"by signal {signal}" : $"with status {end.Status}";
}
