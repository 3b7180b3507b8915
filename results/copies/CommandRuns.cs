using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Results.Copies;

/// <summary>What a command took, as a run of one row.</summary>
internal static class CommandRuns
{
    // Share of its best launch that a command spends on the processor where it never waits; more than all of one it can't, but for a clock
    // that counts a little differently. Of others the CPU time is not what a user waits for.
    private const double Undisturbed = 0.9, OneProcessor = 1.05;

    /// <summary>The run.</summary>
    /// <param name="command">The command as it was typed.</param>
    /// <param name="launches">The runs of each launch.</param>
    public static Run Of(string command, IReadOnlyList<CommandTime[]> launches)
    {
        var row = Derivation.Of(command, new BenchmarkRow
        {
            FullName = "Command.WholeProcess",
            Type = "Command",
            Method = "WholeProcess",
            Title = "whole process",
            Launches = [.. launches.Select(LaunchOf)],
            Operation = "run",
        }, MeasuredTime.All);
        double share = launches.Count == 0 ? 0 : launches.Max(Share);
        return new Run(command, Units.Nanoseconds, [],
            launches.Count == 0 ? [] : [row with { Waits = share is < Undisturbed or > OneProcessor, CpuShare = share }], []);
    }

    private static double Share(CommandTime[] runs) => runs.Sum(run => (double)run.CpuNanoseconds) / runs.Sum(run => run.WallNanoseconds);

    private static Launch LaunchOf(CommandTime[] runs) => new()
    {
        Iterations = runs.Length,
        Values = [.. runs.Select(run => (double)run.WallNanoseconds)],
        Readings = new Readings(runs.Length, new Dictionary<string, double[]>
        {
            ["Operations"] = [.. runs.Select(_ => 1.0)],
            ["CpuNanoseconds"] = [.. runs.Select(run => (double)run.CpuNanoseconds)],
        }),
    };
}
