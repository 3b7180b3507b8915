using Bench.Interop;
using Bench.Machine;
using Bench.Results;

namespace Bench.Planning;

/// <summary>What is said of a budget.</summary>
/// <param name="budget">The budget.</param>
/// <param name="full">All that can be measured.</param>
/// <param name="usesRegion">Whether any row works on the region.</param>
internal sealed class BudgetText(TimeSpan budget, Step full, bool usesRegion)
{
    /// <summary>For the environment: "5 min: 256 MiB, 12/12 iterations".</summary>
    public string Fact(Step step) =>
        $"{Of(budget)}: {(usesRegion ? ByteSize.Describe(step.RegionBytes) + ", " : "")}{step.Iterations}/{full.Iterations} iterations";

    /// <summary>For the terminal, before the first row.</summary>
    /// <param name="choice">What was chosen.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="kept">Where the choice was found; null where it is new.</param>
    public string Line(Choice choice, int rows, string? kept)
    {
        string time = $"about {Of(TimeSpan.FromSeconds(choice.Seconds))} for {Counted.Describe(rows, "row")}";
        string how = $"Budget {Of(budget)}: {What(choice.Step)}";
        return !choice.Fits && kept is null
            ? $"{how}, which still takes {time}; the run goes on (--budget sets another, fewer rows take less)."
            : $"{how}; {time}{(choice.Step == full ? "" : $" (--budget none: {What(full)})")}{(kept is null ? "" : $"; as in {kept}")}.";
    }

    /// <summary>"4 min 40 s".</summary>
    public static string Of(TimeSpan time)
    {
        long seconds = (long)Math.Round(time.TotalSeconds);
        string[] parts = [Part(seconds / 3600, "h"), Part(seconds / 60 % 60, "min"), Part(seconds % 60, "s")];
        return string.Join(' ', parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "0 s";
    }

    private string What(Step step) =>
        (usesRegion ? $"a region of {ByteSize.Describe(step.RegionBytes)}, " : "")
            + (step.Iterations == full.Iterations ? "all iterations" : $"{step.Iterations} of {full.Iterations} iterations");

    private static string Part(long number, string unit) => number == 0 ? "" : $"{number} {unit}";
}
