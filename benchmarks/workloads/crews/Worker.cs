using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Scheduling;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Crews;

/// <summary>One worker's life, on the calling thread: the same in a thread and in a process.</summary>
[SupportedOSPlatform("linux")]
internal static class Worker
{
    /// <summary>Pins the thread and does steps until told to quit.</summary>
    /// <param name="board">The crew's.</param>
    /// <param name="index">Which worker this is.</param>
    /// <param name="processor">Where it runs.</param>
    /// <param name="assignment">What it does.</param>
    /// <param name="common">The region that threads share, where they share one.</param>
    public static void Run(StepBarrier board, int index, int processor, Assignment assignment, Func<Mapping>? common)
    {
        ref var report = ref board[index];
        try
        {
            Sched.SetAffinity(processor);
            using var meter = new LinuxThreadMeter();
            var job = assignment.Begin(common);
            job.Rehearse();
            meter.Read();
            int round = 0;
            bool Wanted() => board.CurrentRound == round;
            board.Done();
            while (board.Next(ref round) is not CrewStep.Quit and var step)
            {
                switch (step)
                {
                    case CrewStep.Prepare:
                        job.Prepare();
                        break;
                    case CrewStep.Release:
                        job.Release();
                        break;
                    default:
                        var before = meter.Read();
                        job.Work(Wanted, ref report.Progress);
                        report.Counted = meter.Read() - before;
                        break;
                }
                board.Done();
            }
            job.Release();
        }
        catch
        {
            report.Failed = 1;
            throw;
        }
        finally
        {
            // Of Quit, or of the step that failed.
            board.Done();
        }
    }
}
