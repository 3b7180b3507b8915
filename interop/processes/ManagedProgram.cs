using System.Diagnostics;
using System.Reflection;

namespace Bench.Interop.Processes;

/// <summary>How to start a .NET program as a child that costs its parent's measurements as little as can be.</summary>
public static class ManagedProgram
{
    /// <summary>
    /// Start information with all three standard streams redirected, or the runtime would hand the terminal to the child.
    /// </summary>
    /// <param name="assembly">The program; null for this process's own.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Start(string? assembly, params ReadOnlySpan<string> arguments)
    {
        assembly ??= Assembly.GetEntryAssembly()?.Location ?? "";
        var info = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        string self = Environment.ProcessPath ?? DotnetHost.Command;
        string host = Path.ChangeExtension(assembly, null);
        if (assembly == "" || self == host)
        {
            info.FileName = self;
        }
        else
        {
            info.FileName = Path.GetFileName(self) == "dotnet" ? self : File.Exists(host) ? host : DotnetHost.Command;
            if (info.FileName != host)
                info.ArgumentList.Add(assembly);
        }
        foreach (string argument in arguments)
            info.ArgumentList.Add(argument);
        // No diagnostics server, and none of the profilers this process may run under.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["DOTNET_gcConcurrent"] = "0";
        info.Environment.Remove("DOTNET_STARTUP_HOOKS");
        info.Environment.Remove("CORECLR_ENABLE_PROFILING");
        return info;
    }
}
