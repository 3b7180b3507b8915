using System.Globalization;

namespace Bench.Tests.Suite;

/// <summary>The processes that a run measures in.</summary>
internal static class MeasuringProcess
{
    /// <summary>A child of <paramref name="parent"/> that BenchmarkDotNet started to measure.</summary>
    public static int? ChildOf(int parent)
    {
        foreach (string directory in Directory.GetDirectories("/proc").Where(directory => char.IsAsciiDigit(Path.GetFileName(directory)[0])))
        {
            try
            {
                string stat = File.ReadAllText(Path.Combine(directory, "stat"));
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (int.Parse(fields[1], CultureInfo.InvariantCulture) == parent && File.ReadAllText(Path.Combine(directory, "cmdline")).Contains("--benchmarkName", StringComparison.Ordinal))
                    return int.Parse(Path.GetFileName(directory), CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                // The process ended while it was looked at.
            }
        }
        return null;
    }
}
