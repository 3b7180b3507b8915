namespace Bench.Results.Data;

/// <summary>One benchmark with one set of parameters.</summary>
public sealed record BenchmarkRow
{
    /// <summary>The plain function call in a class of calls, and the class of function calls.</summary>
    public const string FunctionCall = "FunctionCall";

    /// <summary>Identity between runs, BenchmarkDotNet's <c>FullName</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>
    /// The job that measured it, where the report is of several: <c>net9.0</c>. Names of rows that several jobs measured end with it in
    /// brackets, unless one job was picked.
    /// </summary>
    public string? Job { get; init; }

    /// <summary>The benchmark class without its namespace.</summary>
    public required string Type { get; init; }

    /// <summary>The benchmark method.</summary>
    public required string Method { get; init; }

    /// <summary>The method as its author describes it; the method's name where there is no description.</summary>
    public required string Title { get; init; }

    /// <summary>Parameter values by name, in declaration order as reported.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>One entry per process launch; never empty.</summary>
    public required IReadOnlyList<Launch> Launches { get; init; }

    /// <summary>What identical code was seen to vary by on this machine, where it was calibrated.</summary>
    public Noise? Noise { get; init; }

    /// <summary>
    /// Whether its time in function calls counts a cleared page as so many, whatever clearing took; a row that doesn't is in another unit.
    /// </summary>
    public bool CountsClears { get; init; }

    /// <summary>Whether the measuring thread waits for others by design, so that its CPU time is not what the operation costs.</summary>
    public bool Waits { get; init; }

    /// <summary>CPU time of the measuring thread by wall time, over all iterations, where both were recorded.</summary>
    public double? CpuShare { get; init; }

    /// <summary>Faults per operation that the mechanism promises, where the suite says so.</summary>
    public double? Expected { get; init; }

    /// <summary>Faults per operation as counted.</summary>
    public double? Measured { get; init; }

    /// <summary>What counted them.</summary>
    public string? Counter { get; init; }

    /// <summary>Distinct pages that one invocation touched, where the suite says so.</summary>
    public long? TouchedPages { get; init; }

    /// <summary>Pages of the region in memory after it, where the suite says so.</summary>
    public long? ResidentPages { get; init; }

    /// <summary>
    /// Growth of the process's anonymous memory per byte of pages touched, where the suite says so: so many pages were cleared for each.
    /// Not kept in a baseline.
    /// </summary>
    public double? RssAnonPerTouched { get; init; }

    /// <summary>What one operation is (page, touched page, operation), where the suite says so.</summary>
    public string? Operation { get; init; }

    /// <summary>Warnings the row carries about itself.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Whether it is of function calls, in which it can't be measured itself.</summary>
    public bool IsFunctionCall => Type == FunctionCall || Method == FunctionCall;

    /// <summary>The value of a parameter, or null.</summary>
    public string? Parameter(string name)
    {
        for (int i = 0; i < Parameters.Count; i++)
            if (Parameters[i].Key == name)
                return Parameters[i].Value;
        return null;
    }

    /// <summary>The name inside its class: title and parameters.</summary>
    public string ShortName =>
        Parameters.Count == 0 ? Title : $"{Title} ({string.Join(", ", Parameters.Select(p => $"{p.Key}: {p.Value}"))})";
}

/// <summary>Run-to-run variation of identical code, as <c>calibrate</c> saw it.</summary>
/// <param name="Rounds">Launches it was seen over.</param>
/// <param name="Deviation">Standard deviation of the logarithm of one launch's median.</param>
/// <param name="Floor">Smallest relative change this machine can tell from noise: 0.04 is 4 %.</param>
public sealed record Noise(int Rounds, double Deviation, double Floor);
