using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Interop.Processes;

namespace Bench.Settings;

/// <summary>
/// The child that puts settings back after this process was killed with SIGKILL: it waits for the end of a pipe whose
/// writing end only this process has. See <see cref="SettingsGuardian"/> for its side.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class GuardianProcess
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly Process process;

    private GuardianProcess(Process process) => this.process = process;

    /// <summary>Process ID.</summary>
    public int Id => process.Id;

    /// <summary>Whether somebody ended it.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Starts it and waits until it is in a session of its own, safe from this terminal's Ctrl-C.</summary>
    /// <param name="assembly">The program with the verb; null for this process's own.</param>
    /// <param name="reason">Why there is none.</param>
    public static GuardianProcess? Start(string? assembly, out string reason)
    {
        Process? process = null;
        try
        {
            process = Process.Start(ManagedProgram.Start(assembly, SettingsGuardian.Verb));
            // Any other first line means a program that does not know the verb.
            if (process!.StandardOutput.ReadLineAsync().WaitAsync(StartLimit).GetAwaiter().GetResult() == SettingsGuardian.Ready)
            {
                reason = "";
                return new GuardianProcess(process);
            }
            reason = $"{process.StartInfo.FileName} does not know {SettingsGuardian.Verb}";
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or TimeoutException)
        {
            reason = error.Message;
        }
        if (process is { HasExited: false })
            process.Kill();
        process?.Dispose();
        return null;
    }

    /// <summary>Tells it that nothing is left to restore; it ends by itself.</summary>
    public void Dismiss()
    {
        try
        {
            process.StandardInput.WriteLine(SettingsGuardian.Dismissal);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed before; nothing is lost.
        }
        process.Dispose();
    }
}
