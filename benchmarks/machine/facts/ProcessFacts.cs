using System.Globalization;
using System.Runtime.InteropServices;
using Bench.Interop.Scheduling;
using Bench.Interop.Syscalls;
using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>This process and what surrounds it.</summary>
internal sealed class ProcessFacts() : FactTable(FactGroup.Process)
{
    private const string Status = "/proc/self/status";
    private const string Load = "/proc/loadavg";

    public override IEnumerable<Fact> Facts =>
    [
        // Processors that the calling thread may run on.
        Mentioned("affinity", "Affinity", _ => OperatingSystem.IsLinux() ? string.Join(',', Sched.GetAffinity()) : SystemTree.Unknown),
        Mentioned("container", "Container", tree => Containers.Describe(tree) ?? "none seen"),
        // A thread that has used it up is stopped in the middle of a measurement.
        Mentioned("cpu_quota", "CPU quota", tree =>
            CgroupCpu.Quota(tree) is { } quota ? string.Create(CultureInfo.InvariantCulture, $"{quota:0.##} processors") : "none"),
        // Threads that ran or wanted to, averaged (proc_loadavg(5)).
        Mentioned("load_average", "Load average", tree => (tree.Line(Load) ?? "").Split(' ') is [var one, var five, var fifteen, ..]
            ? $"{one}, {five}, {fifteen} (1, 5, 15 minutes)"
            : tree.Absent(Load)),
        // What perf_event_open(2) allows an unprivileged user.
        Mentioned("perf_event_paranoid", "perf_event_paranoid", tree => tree.LineOrWhy("/proc/sys/kernel/perf_event_paranoid")),
        Matters("runtime", "Runtime", _ => RuntimeInformation.FrameworkDescription),
        Matters("seccomp", "seccomp", Seccomp),
        Matters("shadow_stack", "User shadow stack", _ => OperatingSystem.IsLinux() && UserShadowStack.IsOn() ? "on" : "off"),
        Mentioned(BuildFact.Name, "Suite build", _ => BuildFact.Id),
        Matters("syscall_route", "System-call route", _ => Route()),
    ];

    // Whether a filter runs at every system call of this process (seccomp(2)).
    private static FactValue Seccomp(SystemTree tree) => tree.Field(Status, "Seccomp") switch
    {
        "0" => "off",
        "1" => "strict",
        "2" => tree.Field(Status, "Seccomp_filters") is { } filters ? $"filter ({filters})" : "filter",
        _ => tree.Absent(Status),
    };

    private static FactValue Route()
    {
        if (!OperatingSystem.IsLinux())
            return SystemTree.NotThere;
        using var route = RawSyscall.Create();
        return route.WhyNotRaw is null ? route.Route : $"{route.Route} ({route.WhyNotRaw})";
    }
}
