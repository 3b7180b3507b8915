using System.Diagnostics;
using System.Reflection;
using System.Runtime.Versioning;

namespace Bench.Interop.Settings;

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
            process = Process.Start(StartInfo(assembly ?? Assembly.GetEntryAssembly()?.Location ?? ""));
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

    private static ProcessStartInfo StartInfo(string assembly)
    {
        // All three are redirected, or the runtime would hand the terminal to the child.
        var info = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        string self = Environment.ProcessPath ?? "dotnet";
        string host = Path.ChangeExtension(assembly, null);
        if (assembly == "" || self == host)
        {
            info.FileName = self;
        }
        else
        {
            info.FileName = Path.GetFileName(self) == "dotnet" ? self : File.Exists(host) ? host : "dotnet";
            if (info.FileName != host)
                info.ArgumentList.Add(assembly);
        }
        info.ArgumentList.Add(SettingsGuardian.Verb);
        // It should cost a measurement nothing: no diagnostics server, and none of the profilers this process may run under.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["DOTNET_gcConcurrent"] = "0";
        info.Environment.Remove("DOTNET_STARTUP_HOOKS");
        info.Environment.Remove("CORECLR_ENABLE_PROFILING");
        return info;
    }
}
