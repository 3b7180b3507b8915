using System.Text.Json;
using Bench.Record;

namespace Bench.Measuring;

/// <summary>What a launch counted, as a line of JSON. Strict: what it reads is complete and finite.</summary>
internal static class LaunchCountsText
{
    private const int MostIterations = 1_000_000;

    // Beyond it no counter counted and no clock measured.
    private const double Largest = 1e18;

    public static string Write(LaunchCounts counts) => JsonSerializer.Serialize(counts);

    /// <summary>The counts, or null with the reason.</summary>
    public static LaunchCounts? Read(string line, out string reason)
    {
        try
        {
            var counts = JsonSerializer.Deserialize<LaunchCounts>(line);
            reason = counts is null ? "it is null" : Fault(counts) ?? "";
            return reason.Length == 0 ? counts : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            reason = $"not what a launch writes: {e.Message.ReplaceLineEndings(" ")}";
            return null;
        }
    }

    private static string? Fault(LaunchCounts counts) =>
        string.IsNullOrEmpty(counts.Benchmark) || string.IsNullOrEmpty(counts.Counter) ? "it names no benchmark or no counter"
        : counts.Iterations is not { Count: <= MostIterations } ? "it has no list of iterations, or too long a one"
        : !Fits(counts.PromisedFaults ?? 0) || !Fits(counts.Tolerance) || !Fits(counts.TimedNanoseconds) || !Fits(counts.TotalNanoseconds)
            ? "a number of the launch is out of range"
        : counts.Memory is { } memory
            && !(memory.TouchedPages > 0 && memory.ResidentPages >= 0 && memory.RssAnonBytes is null or >= 0 && memory.PageBytes > 0)
            ? "its memory is out of range"
        : counts.Beside
            ?.Values
                .Any(
                    values => values is null || values.Count != counts.Iterations.Count
                        || values.Any(value => value is { } number && !Fits(number))) == true
            ? "a reading beside the iterations is out of range"
        : counts.Iterations.All(Fits) ? null : "a number of an iteration is out of range";

    private static bool Fits(IterationCounts i) =>
        i.Operations is > 0 and < (long)Largest && i.Faults >= 0 && i.MajorFaults >= 0 && i.InvoluntarySwitches >= 0
        && i.Nanoseconds > 0 && Fits(i.Nanoseconds) && Fits(i.CpuNanoseconds) && Positive(i.CallNanoseconds) && Positive(i.ClearNanoseconds)
        && Positive(i.QuietNanoseconds);

    private static bool Positive(double? value) => value is null || (value > 0 && Fits(value.Value));

    private static bool Fits(double value) => value is >= 0 and <= Largest;
}
