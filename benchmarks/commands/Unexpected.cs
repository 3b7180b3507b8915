using System.Globalization;
using Bench.Results;
using Bench.Results.Show;

namespace Bench.Commands;

/// <summary>
/// What is left to do where the program itself is wrong: one line for the user, the trace in a file for whoever mends it.
/// </summary>
internal static class Unexpected
{
    /// <summary>Reports <paramref name="error"/>.</summary>
    /// <returns><see cref="ExitCode.Unexpected"/>.</returns>
    public static int Report(Exception error, TextWriter errors)
    {
        string what = $"error: unexpected {error.GetType().Name}: {Printable.Line(error.Message)}";
        if (Keep(error) is { } file)
        {
            errors.WriteLine($"{what}; the trace is in {Printable.Line(file)}");
            return ExitCode.Unexpected;
        }
        errors.WriteLine(what);
        errors.WriteLine(error);
        return ExitCode.Unexpected;
    }

    /// <summary>Does so for exceptions of threads that nobody waits for, which would otherwise abort the process by a signal.</summary>
    public static void ReportAllOfThisProcess() => AppDomain.CurrentDomain.UnhandledException += (_, e) =>
        Environment.Exit(e.ExceptionObject is Exception error ? Report(error, Console.Error) : ExitCode.Unexpected);

    // Null where no file can be written.
    private static string? Keep(Exception error)
    {
        string path = Path.Combine(Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"bench-error-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, options);
            file.WriteLine(Environment.CommandLine);
            file.WriteLine(error);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
