
using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>
/// Which row of the same run a row may be measured against. A ratio to such a row survives a change of machine speed that
/// a time does not.
/// </summary>
public static class Reference
{
    /// <summary>The plain function call in the class of function calls.</summary>
    public const string StaticCall = "Static";

    /// <summary>The mechanism without preallocation.</summary>
    public const string Demand = "Demand";

    /// <summary>memset of one resident page: the floor under any fault.</summary>
    public const string ZeroingFloor = "ZeroingFloor";

    /// <summary>The common kind of fault.</summary>
    public const string AnonymousWrite = "AnonymousWrite";

    /// <summary>Parameter of a kind of fault.</summary>
    public const string Kind = "Kind";

    /// <summary>Parameter of how pages come into memory.</summary>
    public const string Mechanism = "Mechanism";

    /// <summary>Parameter of how many pages come at once.</summary>
    public const string Pages = "Pages";

    /// <summary>Parameter of a batched operation: "read by io_uring".</summary>
    public const string How = "How";

    // A parameter that says how much company a row had, and its value for none.
    private static readonly (string Parameter, string Alone)[] Company = [("Workers", "1"), ("Neighbour", "Idle")];

    /// <summary>Whether a row never enters the kernel, so that only the machine's speed moves it.</summary>
    public static bool IsControl(BenchmarkRow row) => row.IsFunctionCall || row.Parameter(Mechanism) == ZeroingFloor;

    /// <summary>The operation of such a parameter, and the name of the row that makes a system call for each: "read".</summary>
    public static string OperationOf(string how) => how.Split(" by ", 2)[0];

    /// <summary>A BenchmarkDotNet filter that the reference row of <paramref name="row"/> passes.</summary>
    public static string PatternFor(BenchmarkRow row) =>
        CompanyOf(row) is { } company ? $"*{row.Type}.*{company.Parameter}: {company.Alone}*"
        : row.Parameter(How) is { } how ? $"*{row.Type}.*{How}: {OperationOf(how)},*"
        : row.Parameter(Mechanism) is null
            ? $"*{row.Type}.{(row.Type == BenchmarkRow.FunctionCall ? StaticCall : BenchmarkRow.FunctionCall)}"
        : $"*{row.Type}.*Mechanism: {Demand}*";

    /// <summary>
    /// The run with every row that has a reference divided by it, launch by launch; rows without one are dropped, since a
    /// time among ratios would be judged by another rule.
    /// </summary>
    public static Run Relative(Run run)
    {
        var references = new References(run.Rows);
        var divided = run.Rows.Select(row => references.For(row) is { } reference ? Divide(row, reference, run.Measured) : null);
        return run with { Rows = [.. divided.OfType<BenchmarkRow>()] };
    }

    private static BenchmarkRow Divide(BenchmarkRow row, BenchmarkRow reference, IReadOnlyList<MeasuredTime> times) => row with
    {
        // The calibration was of times; a ratio to a neighbour varies differently.
        Noise = null,
        Launches = [.. row.Launches.Select((launch, i) => Divide(launch, Divisor(reference, i), times))],
    };

    private static Launch Divide(Launch launch, Launch by, IReadOnlyList<MeasuredTime> times) => launch with
    {
        Times = times.Where(time => time.IsHeld && time.IsOfTheRow)
            .Aggregate(launch.Times, (held, time) => held.With(time.Id, held[time.Id] / by.Times[time.Id])),
        Values = [.. launch.Values.Select(v => v / by.Median)],
    };

    private static Launch Divisor(BenchmarkRow reference, int launch) => reference.Launches[Math.Min(launch, reference.Launches.Count - 1)];

    /// <summary>The parameter of the row that says how much company it had, and its value for none; null where it has none.</summary>
    internal static (string Parameter, string Alone)? CompanyOf(BenchmarkRow row)
    {
        foreach (var company in Company)
            if (row.Parameter(company.Parameter) is not null)
                return company;
        return null;
    }
}
