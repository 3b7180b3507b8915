using System.Runtime.InteropServices;

namespace Bench.Interop.Processes;

/// <summary>
/// The <c>dotnet</c> that runs this process, by the place of its runtime: a tool's own program is no such host, and PATH may have none or
/// another one.
/// </summary>
public static class DotnetHost
{
    /// <summary>Its path, whether or not it is there.</summary>
    // …/shared/Microsoft.NETCore.App/10.0.0
    public static string Path { get; } =
        System.IO.Path
            .GetFullPath(
                System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..",
                    OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Its path; where it isn't there (a runtime of the program's own), the name that PATH is searched for.</summary>
    public static string Command { get; } = File.Exists(Path) ? Path : "dotnet";
}
