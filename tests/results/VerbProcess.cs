using System.Diagnostics;

namespace Bench.Tests.Results;

/// <summary>A verb of the suite as a process.</summary>
internal static class VerbProcess
{
    /// <summary>Runs it to its end, in <paramref name="folder"/>.</summary>
    public static (int Code, string Output, string Error) Run(string folder, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo("dotnet", [typeof(Bench.Commands.CompareCommand).Assembly.Location, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            })!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(60_000));
        return (process.ExitCode, output, error.Result);
    }
}
