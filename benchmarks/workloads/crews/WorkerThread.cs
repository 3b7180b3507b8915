using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Workloads.Crews;

/// <summary>A worker in this address space.</summary>
[SupportedOSPlatform("linux")]
internal sealed class WorkerThread : IWorker
{
    private readonly Thread thread;
    private Exception? thrown;

    public WorkerThread(StepBarrier board, int index, int processor, Assignment assignment, Func<Mapping>? common)
    {
        thread = new Thread(() =>
        {
            try
            {
                Worker.Run(board, index, processor, assignment, common);
            }
            catch (Exception e)
            {
                thrown = e;
            }
        })
        {
            IsBackground = true,
            Name = $"worker {index + 1}",
        };
        thread.Start();
    }

    public bool IsGone => !thread.IsAlive;

    public string? LastWords
    {
        get
        {
            thread.Join();
            return thrown?.Message;
        }
    }

    public void Dispose() => thread.Join();
}
