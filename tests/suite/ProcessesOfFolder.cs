namespace Bench.Tests.Suite;

/// <summary>Processes that were started from a folder, or with something in it.</summary>
internal static class ProcessesOfFolder
{
    /// <summary>The arguments of each that runs now and names <paramref name="folder"/> in one.</summary>
    public static IEnumerable<string[]> Running(string folder) => Directory.GetDirectories("/proc")
        .Where(directory => char.IsAsciiDigit(Path.GetFileName(directory)[0])).Select(ArgumentsOf)
        .Where(arguments => arguments.Any(argument => argument.Contains(folder, StringComparison.Ordinal)));

    /// <summary>Whether the suite measures in one of them.</summary>
    public static bool Measure(string folder) => Running(folder).Any(arguments => arguments.Contains("--inProcess"));

    private static string[] ArgumentsOf(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "cmdline")).Split('\0');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It ended while it was looked at.
            return [];
        }
    }
}
