using System.Runtime.InteropServices;

namespace Bench.Interop.Processes;

/// <summary>
/// Runs something before this process ends in any way it can notice. A signal is never cancelled here: the other handlers run
/// too (BenchmarkDotNet's kill its child), and then the runtime lets the process die of the signal (signal(7)), which a shell
/// shows as 128+n. Signals that were ignored from the start (nohup) stay ignored.
/// </summary>
public sealed class ExitHooks : IDisposable
{
    private static readonly PosixSignal[] Fatal = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly Action beforeExit;
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Runs it from now on until disposed of.</summary>
    /// <param name="beforeExit">What to run; more than once where more than one of these happens.</param>
    /// <param name="atSignals">Whether signals are such an end; not in a process that catches them to end in its own time.</param>
    public ExitHooks(Action beforeExit, bool atSignals = true)
    {
        this.beforeExit = beforeExit;
        registrations = [.. (atSignals ? Fatal : []).Select(signal => PosixSignalRegistration.Create(signal, _ => beforeExit()))];
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        // An unhandled exception aborts the process without running finally blocks or ProcessExit.
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    /// <summary>Nothing runs any more.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
        foreach (var registration in registrations)
            registration.Dispose();
    }

    private void OnExit(object? sender, EventArgs e) => beforeExit();

    private void OnUnhandled(object sender, UnhandledExceptionEventArgs e) => beforeExit();
}
