using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Scheduling;
using Bench.Workloads.Contracts;

namespace Bench.Workloads.Crews;

/// <summary>What a crew is told to do next.</summary>
internal enum CrewStep
{
    /// <summary>Get ready for the next iteration.</summary>
    Prepare,

    /// <summary>Do the work that is measured.</summary>
    Work,

    /// <summary>Undo <see cref="Prepare"/>.</summary>
    Release,

    /// <summary>End.</summary>
    Quit,
}

/// <summary>
/// The memory through which a crew is told its steps and reports: a barrier at both ends of each step. Threads and processes use it alike;
/// whoever waits sleeps in futex(2), so that a waiter never takes the processor of a worker.
/// </summary>
/// <remarks>One cache line for each word that one side writes, and two (the prefetcher's pair) for each worker.</remarks>
[SupportedOSPlatform("linux")]
internal sealed unsafe class StepBarrier(Mapping memory, int workers) : IDisposable
{
    private const int StepAt = 64, RemainingAt = 128, SlotsAt = 256, SlotBytes = 128;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Pages that a board for <paramref name="workers"/> takes.</summary>
    public static int PagesFor(int workers) => (SlotsAt + workers * SlotBytes + PageSize.Bytes - 1) / PageSize.Bytes;

    private int* Round => (int*)memory.Address;

    private int* StepWord => (int*)(memory.Address + StepAt);

    private int* Remaining => (int*)(memory.Address + RemainingAt);

    /// <summary>The round that is on: 0 until the first step is posted.</summary>
    public int CurrentRound => Volatile.Read(ref *Round);

    /// <summary>Before any worker starts: the first thing awaited is that all are there.</summary>
    public void Open() => Volatile.Write(ref *Remaining, workers);

    /// <summary>Releases everybody into <paramref name="step"/>.</summary>
    public void Post(CrewStep step)
    {
        // Added, not set: a step that has no end of its own is still on when the next is posted.
        Interlocked.Add(ref *Remaining, workers);
        *StepWord = (int)step;
        Interlocked.Increment(ref *Round);
        Futex.WakeAll(Round);
    }

    /// <summary>
    /// Waits until the last worker has done its step; <paramref name="stillAlive"/> is asked every second and throws where one has died.
    /// </summary>
    public void AwaitAll(Action stillAlive)
    {
        while (Volatile.Read(ref *Remaining) is > 0 and var remaining)
        {
            Futex.Wait(Remaining, remaining, LookAgain);
            if (Volatile.Read(ref *Remaining) > 0)
                stillAlive();
        }
    }

    /// <summary>A worker's wait for the round after <paramref name="round"/>.</summary>
    public CrewStep Next(ref int round)
    {
        while (CurrentRound == round)
            Futex.Wait(Round, round, LookAgain);
        round++;
        return (CrewStep)(*StepWord);
    }

    /// <summary>A worker has done its step. The last one wakes the waiter.</summary>
    public void Done()
    {
        if (Interlocked.Decrement(ref *Remaining) == 0)
            Futex.WakeAll(Remaining);
    }

    /// <summary>
    /// Worker <paramref name="index"/>'s own report; written before <see cref="Done"/>, read after <see cref="AwaitAll"/>.
    /// </summary>
    public ref WorkerReport this[int index] => ref *(WorkerReport*)(memory.Address + SlotsAt + index * SlotBytes);

    public void Dispose() => memory.Dispose();
}

/// <summary>What a worker counted on its own thread in its last step, and how far it is.</summary>
internal struct WorkerReport
{
    /// <summary>Counted in the last <see cref="CrewStep.Work"/>.</summary>
    public ThreadReading Counted;

    /// <summary>Not 0: the worker could not do its step.</summary>
    public int Failed;

    /// <summary>Operations done so far by a job that goes on until it is stopped.</summary>
    public long Progress;
}
