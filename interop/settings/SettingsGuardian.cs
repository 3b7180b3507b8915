using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;

namespace Bench.Interop.Settings;

/// <summary>
/// The program behind the hidden verb: outlives the run that started it just long enough to put its settings back if that
/// run was killed with SIGKILL, which a process cannot notice itself (signal(7)).
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

    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(10);

    /// <summary>Waits for the end of standard input, then restores what the dead run left changed.</summary>
    /// <returns>The exit code: 0.</returns>
    public static int Run()
    {
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
            RestoreWhenFree();
        GC.KeepAlive(ignored);
        return 0;
    }

    private static void RestoreWhenFree()
    {
        // The pipe of a dying process may close before its lock does. If instead another run took the lock first, that
        // run has restored the settings already.
        long limit = Environment.TickCount64 + (long)LockLimit.TotalMilliseconds;
        while (!Leftovers.TryRecover(SettingsPlace.System, static _ => { }) && Environment.TickCount64 < limit)
            Thread.Sleep(50);
    }
}
