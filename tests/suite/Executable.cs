using System.Diagnostics;

namespace Bench.Tests.Suite;

/// <summary>The suite's executable, or any command, as a process of its own.</summary>
internal sealed record Executable(int ExitCode, string Output, string Errors)
{
    /// <summary>The repository's <c>benchmarks</c> folder.</summary>
    public static string BenchmarksFolder => Path.Combine(RepositoryRoot(), "benchmarks");

    /// <summary>The executable that these tests were built with.</summary>
    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll");

    /// <summary>Runs the executable to its end, with nothing on its standard input.</summary>
    public static Executable Run(params string[] args) => RunCommand("dotnet", [Dll, .. args], AppContext.BaseDirectory);

    /// <summary>Runs a command to its end.</summary>
    public static Executable RunCommand(string command, string[] args, string folder)
    {
        using var process = Start(command, args, folder);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Executable(process.ExitCode, output, errors.Result);
    }

    /// <summary>Starts a command.</summary>
    public static Process Start(string command, string[] args, string folder)
    {
        var start = new ProcessStartInfo(command, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test host's own settings are not the user's.
        foreach (string name in
            start.Environment.Keys
                .Where(
                    name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                        || name.StartsWith("BENCH_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    // Not by CallerFilePath: a deterministic build writes /_/ for the repository.
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bench.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder.FullName;
    }
}
