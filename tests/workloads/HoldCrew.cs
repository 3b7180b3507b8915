using Bench.Interop.Scheduling;
using Bench.Workloads.Crews;

namespace Bench.Tests.Workloads;

/// <summary>A process with two workers' processes, which waits to be killed while they are at work.</summary>
internal static class HoldCrew
{
    public const string Verb = "hold-crew";

    public static int Run()
    {
        using var crew = new Crew([new MapAndUnmap(true), new MapAndUnmap(false)], Sched.GetAffinity(), separate: true);
        crew.Start();
        Console.Out.WriteLine(string.Join(' ', CrewProcesses.Of(Environment.ProcessId)));
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
