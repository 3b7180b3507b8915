using Bench.Machine;
using Bench.Measuring;
using Bench.Results.Data;

namespace Bench.Commands;

/// <summary>What switches a budget off: whoever says how much is measured needs none.</summary>
internal static class BudgetSwitch
{
    /// <summary>The option that switches it off; null where none does.</summary>
    public static string? Option(SuiteOptions options, BenchmarkDotNetOptions parsed) =>
        options.RegionBytes is not null ? "--region"
        : parsed.Options.IterationCount is not null ? "--iterationCount"
        : parsed.Options.LaunchCount is not null ? "--launchCount"
        : parsed.Arguments.Any(IsJob) || !parsed.Options.BaseJob.Equals("Default", StringComparison.OrdinalIgnoreCase) ? "--job"
        : null;

    /// <summary>
    /// Why no run of this process has one, whatever is asked for: it takes turns with another, or time is counted in instructions.
    /// </summary>
    public static bool IsOff => Turns.Taken || ClockUnit.Read() != Units.Nanoseconds;

    private static bool IsJob(string argument) => argument is "-j" or "--job" || argument.StartsWith("--job=", StringComparison.Ordinal);
}
