using BenchmarkDotNet.Engines;

namespace Bench.Measuring;

/// <summary>Passes everything on to BenchmarkDotNet's host and learns from its signals when the main run is on.</summary>
internal sealed class MainRunHost(IHost host, MeteredActions actions) : IHost
{
    public void SendSignal(HostSignal hostSignal)
    {
        if (hostSignal == HostSignal.AfterActualRun)
            actions.MainRun = false;
        host.SendSignal(hostSignal);
        if (hostSignal == HostSignal.BeforeActualRun)
            actions.MainRun = true;
    }

    public void Write(string message) => host.Write(message);

    public void WriteLine() => host.WriteLine();

    public void WriteLine(string message) => host.WriteLine(message);

    public void SendError(string message) => host.SendError(message);

    public void ReportResults(RunResults runResults) => host.ReportResults(runResults);

    public void Dispose() => host.Dispose();
}
