using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;

namespace Bench.Settings;

/// <summary>
/// The program behind the hidden verb: outlives the run that started it until its settings are back, if that run was killed
/// with SIGKILL, which a process cannot notice itself (signal(7)).
/// </summary>
[SupportedOSPlatform("linux")]
public static class SettingsGuardian
{
    /// <summary>The hidden verb: <c>if (args is [SettingsGuardian.Verb]) return SettingsGuardian.Run();</c></summary>
    public const string Verb = "restore-settings-when-orphaned";

    /// <summary>What it prints once Ctrl-C can no longer reach it.</summary>
    internal const string Ready = "guarding settings";

    /// <summary>What it is sent when there is nothing left to restore.</summary>
    internal const string Dismissal = "done";

    // The pipe of a dying process may close before its lock does; what else is in the way may stay there for long.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Waits for the end of standard input, then restores what the dead run left changed.</summary>
    /// <returns>The exit code: 0.</returns>
    public static int Run()
    {
        int run = Unistd.getppid();
        // Fails only for a leader of a process group, which already is out of reach.
        Unistd.setsid();
        // A service manager or a shutdown signals every process of a group: the guardian ends when its run has, not before.
        PosixSignalRegistration[] ignored =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
                .Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true)),
        ];
        Console.Out.WriteLine(Ready);
        Console.Out.Flush();
        using var input = new StreamReader(Console.OpenStandardInput());
        if (input.ReadToEnd().Trim() != Dismissal)
            RestoreWhenFree(run);
        GC.KeepAlive(ignored);
        return 0;
    }

    // What is left is this guardian's business while the journal is its run's, or its own from a try that failed: another run that took the
    // lock first has restored everything, and has a guardian of its own.
    private static void RestoreWhenFree(int run)
    {
        var pause = FirstPause;
        while (!Leftovers.TryRecover(SettingsPlace.System, static _ => { })
            && new SettingsJournalFile(SettingsPlace.System).IsOf(run, Environment.ProcessId))
        {
            Thread.Sleep(pause);
            pause = pause < LongestPause ? 2 * pause : LongestPause;
        }
    }
}
