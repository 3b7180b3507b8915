using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Processes;

namespace Bench.Settings;

/// <summary>
/// The right to measure and to change settings, held by one process of the machine at a time, and the duty to put them back: when a
/// scope or the guard is disposed, before the process exits or dies of SIGINT, SIGTERM, SIGHUP or SIGQUIT, by a child process after
/// SIGKILL, and at the next start if that was killed too. Nobody gets it while settings are left changed by a killed run.
/// </summary>
/// <remarks>Members may be called from any thread; lines are told from any thread, a signal handler's included.</remarks>
[SupportedOSPlatform("linux")]
public sealed class SettingsGuard : IDisposable
{
    /// <summary>How long who wants to measure waits for another one who does.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromHours(1);

    private static readonly TimeSpan SignalPatience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly SettingsPlace place;
    private readonly SettingsLocks held;
    private readonly Action<string> tell;
    private readonly Func<GuardianProcess?>? startGuardian;
    private readonly ChangedSettings changed;
    private readonly Stopwatch stopwatch = new();
    private readonly List<Scope> scopes = [];
    private GuardianProcess? guardian;
    private ExitHooks? hooks;
    private bool ending;
    private bool disposed;

    private SettingsGuard(SettingsPlace place, SettingsLocks held, Action<string> tell, Func<GuardianProcess?>? startGuardian)
    {
        this.place = place;
        this.held = held;
        this.tell = tell;
        this.startGuardian = startGuardian;
        changed = new ChangedSettings(place, tell);
    }

    /// <summary>How long at least one setting was changed by this guard so far.</summary>
    public TimeSpan ChangedFor => stopwatch.Elapsed;

    /// <summary>The child process that restores after SIGKILL; null before the first change.</summary>
    internal int? GuardianId => guardian?.Id;

    /// <summary>Takes the lock, waiting for whoever has it, and restores what a killed run left changed.</summary>
    /// <param name="wait">How long to wait; zero asks once.</param>
    /// <param name="tell">Takes a line for the user: whom it waits for, what it restored, what went wrong.</param>
    /// <param name="reason">Why there is no guard: the settings are in use, left changed by another user's killed run, or the kernel has
    /// none.</param>
    /// <param name="guardianAssembly">
    /// Path of the program that knows <see cref="SettingsGuardian.Verb"/>; null for this process's own. BenchmarkDotNet's
    /// generated programs don't know it.
    /// </param>
    /// <returns>Null when it could not be had; see <paramref name="reason"/>.</returns>
    public static SettingsGuard? TryAcquire(TimeSpan wait, Action<string> tell, out string reason, string? guardianAssembly = null)
    {
        return TryAcquire(SettingsPlace.System, wait, tell, out reason, StartGuardian);

        GuardianProcess? StartGuardian()
        {
            var started = GuardianProcess.Start(guardianAssembly, out string failure);
            if (started is null)
                tell($"if this run is killed with SIGKILL, its settings stay changed until the next run: no guardian ({failure})");
            return started;
        }
    }

    /// <summary>Changes settings until the result is disposed. Scopes nest; disposing one also ends those opened after it.</summary>
    /// <param name="changes">Files and values; may be empty.</param>
    /// <exception cref="IOException">A setting could not be changed (EINVAL, or it reads otherwise afterwards), or the journal
    /// could not be written; everything is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">No write access (EACCES, EROFS); everything is as before.</exception>
    /// <exception cref="ArgumentException">A path is not one of the transparent huge page settings.</exception>
    /// <exception cref="OperationCanceledException">The process is about to end; settings are back already.</exception>
    public IDisposable Change(IReadOnlyList<SettingChange> changes)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (ending)
                throw new OperationCanceledException("the process is ending: no settings are changed any more");
            List<JournalEntry> entries = [.. changes.Select(Plan).Where(entry => entry.Was != entry.Ours)];
            var scope = new Scope(this, changed.Depth);
            if (entries.Count > 0)
                Apply(entries, scope.Depth);
            scopes.Add(scope);
            return scope;
        }
    }

    /// <summary>Puts everything back and lets the next process have the settings.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            scopes.Clear();
            Unwind(0);
            // Otherwise the guardian stays, to try again when this process has ended.
            if (!changed.LeftAny)
                guardian?.Dismiss();
            held.Dispose();
        }
        hooks?.Dispose();
    }

    internal static SettingsGuard? TryAcquire(SettingsPlace place, TimeSpan wait, Action<string> tell, out string reason,
        Func<GuardianProcess?>? startGuardian = null)
    {
        try
        {
            if (SettingsLocks.TryTake(place, wait, tell, out reason) is not { } held)
                return null;
            Leftovers.Recover(place, tell, alone: true);
            if ((reason = ForeignChanges.WhyNotMeasure(place) ?? "") == "")
                return new SettingsGuard(place, held, tell, startGuardian);
            held.Dispose();
        }
        catch (SystemError error)
        {
            reason = error.Errno == Errno.ENOENT ? TransparentHugePages.Lacking : $"huge page settings can't be locked: {error.Message}";
        }
        catch (IOException error)
        {
            reason = $"huge page settings can't be locked: {error.Message}";
        }
        return null;
    }

    private JournalEntry Plan(SettingChange change)
    {
        string name = place.NameOf(change.Path)
            ?? throw new ArgumentException($"{change.Path} is not a transparent huge page setting");
        return new JournalEntry(name, SettingFile.Read(change.Path), change.Value);
    }

    private void Apply(IReadOnlyList<JournalEntry> entries, int depth)
    {
        hooks ??= new ExitHooks(RestoreBeforeEnd);
        if (guardian is null or { HasExited: true })
            guardian = startGuardian?.Invoke();
        stopwatch.Start();
        try
        {
            changed.Apply(entries);
        }
        catch
        {
            Unwind(depth);
            throw;
        }
    }

    private void Unwind(int depth, Action<string>? restored = null)
    {
        changed.Unwind(depth, restored);
        if (changed.Depth == 0)
            stopwatch.Stop();
    }

    private void RestoreBeforeEnd()
    {
        // Bounded, so that a signal always ends the process; the guardian remains if this gives up.
        if (!gate.TryEnter(SignalPatience))
            return;
        try
        {
            ending = true;
            scopes.Clear();
            if (!disposed)
                Unwind(0, tell);
        }
        finally
        {
            gate.Exit();
        }
    }

    private void End(Scope scope)
    {
        lock (gate)
        {
            int index = scopes.IndexOf(scope);
            if (index < 0)
                return;
            scopes.RemoveRange(index, scopes.Count - index);
            Unwind(scope.Depth);
        }
    }

    private sealed class Scope(SettingsGuard guard, int depth) : IDisposable
    {
        public int Depth { get; } = depth;

        public void Dispose() => guard.End(this);
    }
}
