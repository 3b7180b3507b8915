using BenchmarkDotNet.Engines;

namespace Bench.Measuring;

/// <summary>Passes everything on to BenchmarkDotNet's host and learns from its signals when the main run is on.</summary>
internal sealed class MainRunHost(IHost host, MeteredActions actions, Turns turns) : IHost
{
    public void SendSignal(HostSignal hostSignal)
    {
        if (hostSignal == HostSignal.AfterActualRun)
        {
            actions.MainRun = false;
            turns.MeetOther();
        }
        host.SendSignal(hostSignal);
        if (hostSignal == HostSignal.BeforeActualRun)
        {
            // So that the first iterations of both are neighbours.
            turns.MeetOther();
            actions.MainRun = true;
        }
    }

    public void Write(string message) => host.Write(message);

    public void WriteLine() => host.WriteLine();

    public void WriteLine(string message) => host.WriteLine(message);

    public void SendError(string message) => host.SendError(message);

    public void ReportResults(RunResults runResults) => host.ReportResults(runResults);

    public void Dispose() => host.Dispose();
}
