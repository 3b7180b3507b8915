namespace Bench.Results.Data;

/// <summary>
/// What the steps cost that were taken in turns with the iterations of a launch: CPU nanoseconds per operation, an iteration each; NaN
/// where one says nothing.
/// </summary>
/// <param name="Columns">By the step's name.</param>
public sealed record StepTimes(IReadOnlyDictionary<string, double[]> Columns)
{
    /// <summary>The iteration itself, which has all that its steps have.</summary>
    public const string Whole = "Whole";

    /// <summary>Clearing of a page that no cache holds, as the yardstick does it.</summary>
    public const string Clearing = "Clearing";

    private const string Prefix = "Step.";

    /// <summary>The reading in which a report has a step.</summary>
    public static string Reading(string step) => Prefix + step;

    /// <summary>The step that a reading is of; null where it is of none.</summary>
    public static string? Step(string reading) => reading.StartsWith(Prefix, StringComparison.Ordinal) ? reading[Prefix.Length..] : null;

    /// <summary>Those of a launch; null where none were taken.</summary>
    public static StepTimes? Of(Readings? launch)
    {
        var steps = launch?.Columns.Where(column => Step(column.Key) is not null)
            .ToDictionary(column => Step(column.Key)!, column => column.Value);
        if (steps is not { Count: > 0 })
            return null;
        steps[Whole] = [.. launch!.Iterations.Select(iteration => iteration.PerOperation("CpuNanoseconds") ?? double.NaN)];
        steps[Clearing] = [.. launch.Iterations.Select(iteration => iteration["ClearNanoseconds"] ?? double.NaN)];
        return new StepTimes(steps);
    }
}
