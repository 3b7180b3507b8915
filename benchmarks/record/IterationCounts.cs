using System.Text.Json.Serialization;
using Bench.Measuring;
using Bench.Workloads.Contracts;

namespace Bench.Record;

/// <summary>What the counting engine saw in one iteration of the main run, all on the measuring thread.</summary>
/// <param name="Operations">Operations done.</param>
/// <param name="Nanoseconds">Wall time.</param>
/// <param name="CpuNanoseconds">CPU time, user and system.</param>
/// <param name="Faults">Minor faults, by the counter in use.</param>
/// <param name="MajorFaults">Faults that read from a device.</param>
/// <param name="InvoluntarySwitches">Times the scheduler took the processor away.</param>
public readonly record struct IterationCounts(
    long Operations, double Nanoseconds, double CpuNanoseconds, long Faults, long MajorFaults, long InvoluntarySwitches)
{
    /// <summary>The readings by their names in reports; null where one was not taken.</summary>
    public Dictionary<string, object?> Named() => new()
    {
        [nameof(Operations)] = Operations,
        [nameof(Nanoseconds)] = Nanoseconds,
        [nameof(CpuNanoseconds)] = CpuNanoseconds,
        [nameof(Faults)] = Faults,
        [nameof(MajorFaults)] = MajorFaults,
        [nameof(InvoluntarySwitches)] = InvoluntarySwitches,
        [nameof(CallNanoseconds)] = CallNanoseconds,
        [nameof(ClearNanoseconds)] = ClearNanoseconds,
        [nameof(QuietNanoseconds)] = QuietNanoseconds,
    };

    /// <summary>CPU time of a plain function call right before and after the iteration; null where it was not measured.</summary>
    public double? CallNanoseconds { get; init; }

    /// <summary>CPU time of clearing a page of cold memory right before and after the iteration; null where it was not measured.</summary>
    public double? ClearNanoseconds { get; init; }

    /// <summary>
    /// CPU time of an operation in the iteration's quickest slice (see <see cref="Slices"/>); null where it was not cut into slices.
    /// </summary>
    public double? QuietNanoseconds { get; init; }
}

/// <summary>What one launch of a case counted; travels from the measuring process as one line of JSON.</summary>
/// <param name="Benchmark">BenchmarkDotNet's full name of the case.</param>
/// <param name="Counter">Where <see cref="IterationCounts.Faults"/> come from.</param>
/// <param name="PromisedFaults">Faults per operation promised; null where nothing is.</param>
/// <param name="Tolerance">Largest difference from it that passes.</param>
/// <param name="Processor">Processor the measuring thread was pinned to; -1 where it was not.</param>
/// <param name="TimedNanoseconds">Time inside timed regions, warm-up included.</param>
/// <param name="TotalNanoseconds">Time from the start of set-up to the end of clean-up.</param>
/// <param name="Iterations">Iterations of the main run.</param>
public sealed record LaunchCounts(
    string Benchmark,
    string Counter,
    double? PromisedFaults,
    double Tolerance,
    int Processor,
    double TimedNanoseconds,
    double TotalNanoseconds,
    IReadOnlyList<IterationCounts> Iterations)
{
    /// <summary>What was resident after an iteration; null where nothing was weighed.</summary>
    public MemoryCost? Memory { get; init; }

    /// <summary>Whether the measuring thread waits for another by design.</summary>
    public bool Waits { get; init; }

    /// <summary>Readings by name that were taken beside iterations, a number each; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<double?>>? Beside { get; init; }

    /// <summary>All readings of each iteration, by their names in reports.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Named()
    {
        Dictionary<string, object?>[] named = [.. Iterations.Select(iteration => iteration.Named())];
        foreach (var (name, values) in Beside ?? new Dictionary<string, IReadOnlyList<double?>>())
            for (int i = 0; i < named.Length; i++)
                named[i][name] = values[i];
        return named;
    }
}
