using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Crews;

/// <summary>Workers that do the same steps at the same time, each on a processor of its own as far as there are enough.</summary>
[SupportedOSPlatform("linux")]
internal sealed class Crew : IDisposable
{
    private readonly Memfd? file;
    private readonly StepBarrier board;
    private readonly int[] processors;
    private readonly List<IWorker> workers = [];
    private bool worked;

    /// <summary>Starts the workers and waits until all are there.</summary>
    /// <param name="assignments">One a worker.</param>
    /// <param name="processors">Which to use, in turns.</param>
    /// <param name="separate">Processes instead of threads.</param>
    /// <param name="common">The region that threads share, where they share one.</param>
    /// <exception cref="InvalidOperationException">A worker failed.</exception>
    public Crew(IReadOnlyList<Assignment> assignments, IReadOnlyList<int> processors, bool separate, Func<Mapping>? common = null)
    {
        int pages = StepBarrier.PagesFor(assignments.Count);
        if (separate)
        {
            file = Memfd.Create("bench-crew", inherited: true);
            file.Resize((long)pages * PageSize.Bytes);
        }
        board = new StepBarrier(file is null ? Mapping.Anonymous(pages) : Mapping.Shared(file.Descriptor, pages), assignments.Count);
        board.Open();
        this.processors = [.. assignments.Select((_, index) => processors[index % processors.Count])];
        try
        {
            for (int i = 0; i < assignments.Count; i++)
            {
                workers.Add(file is null
                    ? new WorkerThread(board, i, this.processors[i], assignments[i], common)
                    : new WorkerProcess(
                        new WorkerOrder(Environment.ProcessId, file.Descriptor, assignments.Count, i, this.processors[i], assignments[i])));
            }
            Await();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>
    /// What the workers counted in the last <see cref="CrewStep.Work"/>, and where; null where nobody has worked since the last call.
    /// </summary>
    public IReadOnlyList<(int Processor, WorkerReport Report)>? TakeReports()
    {
        bool taken = !worked;
        worked = false;
        return taken ? null : [.. processors.Select((processor, index) => (processor, board[index]))];
    }

    /// <summary>Lets all do <paramref name="step"/> and waits for the last.</summary>
    /// <exception cref="InvalidOperationException">A worker failed or died.</exception>
    public void Do(CrewStep step)
    {
        board.Post(step);
        Await();
        worked |= step == CrewStep.Work;
    }

    /// <summary>Sets all to work that has no end of its own, and waits until each has done some of it.</summary>
    public void Start()
    {
        long[] before = [.. Progress];
        board.Post(CrewStep.Work);
        while (Progress.Zip(before).Any(worker => worker.First == worker.Second))
        {
            ThrowIfOneIsGone();
            Thread.Sleep(1);
        }
    }

    /// <summary>Stops such work.</summary>
    public void Stop() => Do(CrewStep.Release);

    private IEnumerable<long> Progress => Enumerable.Range(0, workers.Count).Select(index => Volatile.Read(ref board[index].Progress));

    private void Await()
    {
        board.AwaitAll(ThrowIfOneIsGone);
        for (int i = 0; i < workers.Count; i++)
        {
            if (board[i].Failed != 0)
                ThrowIfOneIsGone();
        }
    }

    private void ThrowIfOneIsGone()
    {
        foreach (var (worker, index) in workers.Select((worker, index) => (worker, index)))
        {
            if ((board[index].Failed != 0 || worker.IsGone) && worker.LastWords is { } words)
                throw new InvalidOperationException($"worker {index + 1} of {workers.Count} ended: {words}");
        }
    }

    /// <summary>Ends all workers.</summary>
    public void Dispose()
    {
        board.Post(CrewStep.Quit);
        foreach (var worker in workers)
            worker.Dispose();
        board.Dispose();
        file?.Dispose();
    }
}

/// <summary>A worker as its crew knows it.</summary>
internal interface IWorker : IDisposable
{
    /// <summary>Whether it has ended.</summary>
    bool IsGone { get; }

    /// <summary>Why it ended; waits for its end. Null where nothing went wrong.</summary>
    string? LastWords { get; }
}
