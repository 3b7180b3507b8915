
using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>
/// Which row of the same run a row may be measured against. A ratio to such a row survives a change of machine speed that
/// a time does not.
/// </summary>
public static class Reference
{
    /// <summary>The plain function call in a class of calls.</summary>
    public const string FunctionCall = "FunctionCall";

    /// <summary>The plain function call in the class of function calls.</summary>
    public const string StaticCall = "Static";

    /// <summary>The mechanism without preallocation.</summary>
    public const string Demand = "Demand";

    /// <summary>memset of one resident page: the floor under any fault.</summary>
    public const string ZeroingFloor = "ZeroingFloor";

    /// <summary>Parameter of a batched operation: "read by io_uring".</summary>
    public const string How = "How";

    // A parameter that says how much company a row had, and its value for none.
    private static readonly (string Parameter, string Alone)[] Company = [("Workers", "1"), ("Neighbour", "Idle")];

    /// <summary>Whether a row is of function calls, in which it can't be measured itself.</summary>
    public static bool IsFunctionCall(BenchmarkRow row) => row.Type == FunctionCall || row.Method == FunctionCall;

    /// <summary>Whether a row never enters the kernel, so that only the machine's speed moves it.</summary>
    public static bool IsYardstick(BenchmarkRow row) => IsFunctionCall(row) || row.Parameter("Mechanism") == ZeroingFloor;

    /// <summary>The operation of such a parameter, and the name of the row that makes a system call for each: "read".</summary>
    public static string OperationOf(string how) => how.Split(" by ", 2)[0];

    /// <summary>The reference row of <paramref name="row"/>, or null when the run has none, or it is the reference itself.</summary>
    public static BenchmarkRow? For(BenchmarkRow row, IReadOnlyList<BenchmarkRow> run)
    {
        bool Mate(BenchmarkRow other) => other.Type == row.Type && other.Job == row.Job;
        var reference = CompanyOf(row) is { } company
            ? run.FirstOrDefault(r => Mate(r) && r.Parameters.SequenceEqual(row.Parameters.Select(p => p.Key == company.Parameter ? KeyValuePair.Create(p.Key, company.Alone) : p)))
            : row.Parameter(How) is { } how
            ? run.FirstOrDefault(r => Mate(r) && r.Parameter(How) == OperationOf(how))
            : row.Parameter("Mechanism") is null
            ? run.FirstOrDefault(r => Mate(r) && r.Method == (row.Type == FunctionCall ? StaticCall : FunctionCall))
            : run.FirstOrDefault(r => Mate(r) && r.Method == row.Method && r.Parameter("Mechanism") == Demand && Circumstances(r).SequenceEqual(Circumstances(row)));
        return reference?.FullName == row.FullName ? null : reference;
    }

    // Order, density: what is left of the parameters without the mechanism and its size.
    private static IEnumerable<KeyValuePair<string, string>> Circumstances(BenchmarkRow row) => row.Parameters.Where(p => p.Key is not ("Mechanism" or "Pages"));

    /// <summary>A BenchmarkDotNet filter that the reference row of <paramref name="row"/> passes.</summary>
    public static string PatternFor(BenchmarkRow row) => CompanyOf(row) is { } company ? $"*{row.Type}.*{company.Parameter}: {company.Alone}*"
        : row.Parameter(How) is { } how ? $"*{row.Type}.*{How}: {OperationOf(how)},*"
        : row.Parameter("Mechanism") is null ? $"*{row.Type}.{(row.Type == FunctionCall ? StaticCall : FunctionCall)}"
        : $"*{row.Type}.*Mechanism: {Demand}*";

    /// <summary>
    /// The run with every row that has a reference divided by it, launch by launch; rows without one are dropped, since a
    /// time among ratios would be judged by another rule.
    /// </summary>
    public static Run Relative(Run run) => run with
    {
        Rows = [.. run.Rows.Select(row => For(row, run.Rows) is { } reference ? Divide(row, reference) : null).OfType<BenchmarkRow>()],
    };

    private static BenchmarkRow Divide(BenchmarkRow row, BenchmarkRow reference) => row with
    {
        // The calibration was of times; a ratio to a neighbour varies differently.
        Noise = null,
        Launches = [.. row.Launches.Select((launch, i) => Divide(launch, Divisor(reference, i)))],
    };

    private static Launch Divide(Launch launch, Launch by) => launch with
    {
        Median = launch.Median / by.Median,
        CpuMedian = launch.CpuMedian / by.CpuMedian,
        InCalls = launch.InCalls / by.InCalls,
        Quiet = launch.Quiet / by.Quiet,
        Values = [.. launch.Values.Select(v => v / by.Median)],
    };

    private static Launch Divisor(BenchmarkRow reference, int launch) => reference.Launches[Math.Min(launch, reference.Launches.Count - 1)];

    private static (string Parameter, string Alone)? CompanyOf(BenchmarkRow row) =>
        Company.Where(c => row.Parameter(c.Parameter) is not null).Select(c => ((string, string)?)c).FirstOrDefault();
}
