using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Settings;

/// <summary>
/// Runs something before this process ends in any way it can notice. A signal is never cancelled here: the other handlers run
/// too (BenchmarkDotNet's kill its child), and then the runtime lets the process die of the signal (signal(7)), which a shell
/// shows as 128+n. Signals that were ignored from the start (nohup) stay ignored.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class ExitHooks : IDisposable
{
    private static readonly PosixSignal[] Fatal = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly Action beforeExit;
    private readonly PosixSignalRegistration[] registrations;

    public ExitHooks(Action beforeExit)
    {
        this.beforeExit = beforeExit;
        registrations = [.. Fatal.Select(signal => PosixSignalRegistration.Create(signal, _ => beforeExit()))];
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        // An unhandled exception aborts the process without running finally blocks or ProcessExit.
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }

    private void OnExit(object? sender, EventArgs e) => beforeExit();

    private void OnUnhandled(object sender, UnhandledExceptionEventArgs e) => beforeExit();
}
