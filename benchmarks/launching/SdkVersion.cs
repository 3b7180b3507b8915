using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Environments;

namespace Bench.Launching;

/// <summary>
/// The SDK's version in BenchmarkDotNet's description of the machine, asked for without a word on the terminal: BenchmarkDotNet lets
/// <c>dotnet</c> print there that no SDK is installed, or not the one that a <c>global.json</c> of the current folder wants.
/// </summary>
internal static class SdkVersion
{
    /// <summary>Lets BenchmarkDotNet ask in this way.</summary>
    public static void AskQuietly() => Replace(HostEnvironmentInfo.GetCurrent(), new Lazy<string?>(Ask));

    private static string? Ask()
    {
        try
        {
            using var process =
                Process.Start(
                    new ProcessStartInfo("dotnet", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            _ = process.StandardError.ReadToEndAsync();
            string? version = process.StandardOutput.ReadLine();
            process.WaitForExit();
            return process.ExitCode == 0 ? version : null;
        }
        catch (Win32Exception)
        {
            // There is no dotnet in PATH.
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DotNetSdkVersion")]
    private static extern void Replace(HostEnvironmentInfo host, Lazy<string?> version);
}
