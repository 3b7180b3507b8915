using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Resources;
using Bench.Interop.Scheduling;

namespace Bench.Interop.Children;

/// <summary>
/// A program started by posix_spawn(3) in a process group of its own and reaped by wait4(2), which says what it used: .NET's own processes
/// are reaped by the runtime. What it leaves behind becomes this process's child (PR_SET_CHILD_SUBREAPER(2const)) and is ended.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class Child
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly ControlGroup? group;
    private readonly long started;
    private readonly Lock gate = new();
    private bool reaped, killed;

    private Child(int id, long started, ControlGroup? group)
    {
        Id = id;
        this.started = started;
        this.group = group;
    }

    /// <summary>Process ID, and that of its group.</summary>
    public int Id { get; }

    /// <summary>Starts it, on a thread of its own: that is in the plan's group and of the plan's user, for good.</summary>
    /// <exception cref="SystemError">It can't be started: ENOENT, EACCES, ENOEXEC and others, as execve(2).</exception>
    /// <exception cref="IOException">The control group can't be entered.</exception>
    public static Child Start(ChildPlan plan)
    {
        Child? child = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                child = StartHere(plan);
            }
            catch (Exception e) when (e is SystemError or IOException or UnauthorizedAccessException)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return child!;
    }

    /// <summary>Waits for its end, and ends what it left.</summary>
    /// <param name="cancellation">Ends it, too.</param>
    /// <exception cref="SystemError">ECHILD: this process ignores SIGCHLD from its start, and learns of no child's end.</exception>
    /// <exception cref="IOException">What it left can't be ended.</exception>
    public ChildEnd Wait(CancellationToken cancellation)
    {
        using (cancellation.Register(Kill))
            AwaitEnd();
        long wall = Stopwatch.GetElapsedTime(started).Ticks * TimeSpan.NanosecondsPerTick;
        long since = ProcessTree.Of(Id)?.Start ?? 0;
        string[] left = group is null ? [] : NamesOf(group.Members());
        int status;
        ChildUsage usage;
        lock (gate)
        {
            // The group's number is this child's as long as that isn't reaped.
            _ = SysWait.kill(-Id, Prctl.SIGKILL);
            (status, usage) = Reap(Id);
            reaped = true;
        }
        (string[] found, var more) = EndRest(since);
        int signal = status & 0x7f;
        return new ChildEnd(
            signal == 0 ? (status >> 8) & 0xff : null, signal == 0 ? null : signal, wall, usage + more, [.. left.Concat(found).Distinct()],
            killed);
    }

    /// <summary>Ends all of it that can be seen now. Does nothing once it has been waited for.</summary>
    public void Kill()
    {
        lock (gate)
        {
            if (reaped)
                return;
            killed = true;
            _ = SysWait.kill(-Id, Prctl.SIGKILL);
            group?.Kill();
        }
    }

    private static Child StartHere(ChildPlan plan)
    {
        plan.Group?.Enter();
        if (plan.Account is not null)
            ThreadCredentials.Become(plan.Account);
        byte* attributes = stackalloc byte[Spawn.ObjectBytes], actions = stackalloc byte[Spawn.ObjectBytes];
        Prepare(attributes);
        Prepare(actions, plan);
        using var path = new NativeStrings([plan.Path]);
        using var arguments = new NativeStrings(plan.Arguments);
        using var environment = new NativeStrings(plan.Environment);
        int before = plan.WithoutHugePages ? HugePagesOff(true) : 0;
        int id = 0;
        long started = Stopwatch.GetTimestamp();
        int error = Spawn.posix_spawn(&id, path.First[0], actions, attributes, arguments.First, environment.First);
        if (plan.WithoutHugePages)
            HugePagesOff(before != 0);
        _ = Spawn.posix_spawn_file_actions_destroy(actions);
        _ = Spawn.posix_spawnattr_destroy(attributes);
        return error == 0 ? new Child(id, started, plan.Group) : throw new SystemError($"start {plan.Path}", error);
    }

    private static void Prepare(byte* attributes)
    {
        byte* signals = stackalloc byte[Spawn.ObjectBytes];
        Check("posix_spawnattr_init", Spawn.posix_spawnattr_init(attributes));
        short flags = Spawn.POSIX_SPAWN_SETPGROUP | Spawn.POSIX_SPAWN_SETSIGDEF | Spawn.POSIX_SPAWN_SETSIGMASK;
        Check("posix_spawnattr_setflags", Spawn.posix_spawnattr_setflags(attributes, flags));
        Check("posix_spawnattr_setpgroup", Spawn.posix_spawnattr_setpgroup(attributes, 0));
        _ = Spawn.sigemptyset(signals);
        Check("posix_spawnattr_setsigmask", Spawn.posix_spawnattr_setsigmask(attributes, signals));
        _ = Spawn.sigaddset(signals, SysWait.SIGPIPE);
        Check("posix_spawnattr_setsigdefault", Spawn.posix_spawnattr_setsigdefault(attributes, signals));
    }

    private static void Prepare(byte* actions, ChildPlan plan)
    {
        Check("posix_spawn_file_actions_init", Spawn.posix_spawn_file_actions_init(actions));
        Direct(actions, plan.Input, 0, Unistd.O_RDONLY);
        Direct(actions, plan.Output, 1, Unistd.O_WRONLY);
        Direct(actions, plan.Errors, 2, Unistd.O_WRONLY);
    }

    private static void Direct(byte* actions, int? from, int to, int flags) => Check("posix_spawn_file_actions", from is { } descriptor
        ? Spawn.posix_spawn_file_actions_adddup2(actions, descriptor, to)
        : Spawn.posix_spawn_file_actions_addopen(actions, to, "/dev/null", flags, 0));

    // The flag is the whole process's for the moment of the start: exec keeps it in the child.
    private static int HugePagesOff(bool off)
    {
        int before = Prctl.prctl(Prctl.PR_GET_THP_DISABLE, 0, 0, 0, 0);
        if (Prctl.prctl(Prctl.PR_SET_THP_DISABLE, off ? 1u : 0u, 0, 0, 0) != 0)
            throw SystemError.Last("prctl(PR_SET_THP_DISABLE)");
        return before;
    }

    private void AwaitEnd()
    {
        siginfo info;
        while (SysWait.waitid(SysWait.P_PID, Id, &info, SysWait.WEXITED | SysWait.WNOWAIT) != 0)
        {
            if (SystemError.Last("waitid") is { Errno: not Errno.EINTR } error)
                throw error;
        }
    }

    private static (int Status, ChildUsage Usage) Reap(int process)
    {
        int status;
        rusage usage;
        while (SysWait.wait4(process, &status, 0, &usage) < 0)
        {
            if (SystemError.Last("wait4") is { Errno: not Errno.EINTR } error)
                throw error;
        }
        return (status, new ChildUsage(
            Nanoseconds(usage.ru_utime_sec, usage.ru_utime_usec), Nanoseconds(usage.ru_stime_sec, usage.ru_stime_usec),
            usage.ru_minflt, usage.ru_majflt, usage.ru_nvcsw));
    }

    private static long Nanoseconds(nint seconds, nint microseconds) => (seconds * 1_000_000L + microseconds) * 1000;

    // What it started and didn't wait for is this process's now, whatever group it made itself.
    private (string[] Names, ChildUsage Usage) EndRest(long since)
    {
        List<string> names = [];
        ChildUsage usage = default;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; Thread.Sleep(Pause))
        {
            usage += ReapEnded();
            var running = group is null ? Adopted(since) : [.. group.Members().Select(ProcessTree.Of).OfType<ShownProcess>()];
            if (running.Count == 0)
                return ([.. names], usage + ReapEnded());
            names.AddRange(running.Select(process => process.Name));
            foreach (var process in running)
                _ = SysWait.kill(process.Id, Prctl.SIGKILL);
            group?.Kill();
        }
        throw new IOException($"processes that the command left can't be ended: {string.Join(", ", names.Distinct())}");
    }

    private static ChildUsage ReapEnded()
    {
        ChildUsage usage = default;
        siginfo info = default;
        int own = SysWait.getpgid(0);
        // Children in this process's own group are the runtime's, which reaps them itself.
        while (SysWait.waitid(SysWait.P_ALL, 0, &info, SysWait.WEXITED | SysWait.WNOHANG | SysWait.WNOWAIT) == 0
            && info.si_pid != 0 && SysWait.getpgid(info.si_pid) != own)
        {
            usage += Reap(info.si_pid).Usage;
            info = default;
        }
        return usage;
    }

    // Older children of this process, such as who guards settings, are none of the command's.
    private static IReadOnlyList<ShownProcess> Adopted(long since)
    {
        siginfo info = default;
        // Mostly there is no child at all, and /proc need not be read.
        if (SysWait.waitid(SysWait.P_ALL, 0, &info, SysWait.WEXITED | SysWait.WNOHANG | SysWait.WNOWAIT) != 0)
            return [];
        var all = ProcessTree.All();
        int own = SysWait.getpgid(0);
        var adopted = all.Where(process =>
            process.Parent == Environment.ProcessId && process.Group != own && process.Start >= since && !process.HasEnded);
        return [.. ProcessTree.Below(all, adopted.Select(process => process.Id)).Where(process => !process.HasEnded)];
    }

    private static string[] NamesOf(IEnumerable<int> processes) =>
        [.. processes.Select(ProcessTree.Of).OfType<ShownProcess>().Where(process => !process.HasEnded).Select(process => process.Name)];

    private static void Check(string call, int error)
    {
        if (error != 0)
            throw new SystemError(call, error);
    }
}
