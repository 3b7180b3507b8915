using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Interop.Processes;

namespace Bench.Workloads.Crews;

/// <summary>Everything that a worker's process must know; its one argument, as JSON.</summary>
/// <param name="Parent">Who started it.</param>
/// <param name="StepBarrier">Descriptor of the crew's board, inherited.</param>
/// <param name="Workers">Workers of the crew.</param>
/// <param name="Index">Which one this is.</param>
/// <param name="Processor">Where it runs.</param>
/// <param name="Assignment">What it does.</param>
[SupportedOSPlatform("linux")]
internal sealed record WorkerOrder(int Parent, int StepBarrier, int Workers, int Index, int Processor, Assignment Assignment)
{
    /// <summary>Does the work, in the process that was started for it.</summary>
    public void CarryOut()
    {
        if (!ParentProcess.EndWith(Parent))
            return;
        using var board = new StepBarrier(Mapping.Shared(StepBarrier, Crews.StepBarrier.PagesFor(Workers)), Workers);
        Worker.Run(board, Index, Processor, Assignment, null);
    }
}
