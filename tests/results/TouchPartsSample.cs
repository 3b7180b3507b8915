using System.Text.Json.Nodes;
using Bench.Results.Data;

namespace Bench.Tests.Results;

/// <summary>Rows beside which the steps of a first touch were taken, made to order, as a report has them.</summary>
internal static class TouchPartsSample
{
    private const int Operations = 1024;

    /// <summary>
    /// Of a machine whose hypervisor keeps shadow page tables, by hand: 128 MiB, four rounds, within 4 %. Of a huge page it fills one
    /// entry.
    /// </summary>
    public static (string Step, double Time)[] Shadowed { get; } =
    [
        (StepTimes.Whole, 15_100), ("Populate", 920), ("PopulateAgain", 30), ("FirstUse", 8000), ("NextUse", 31),
        ("UseAfterProtect", 7900), ("UseAfterCold", 8000),
        ("SharedFault", 14_800), ("SharedPopulate", 510), ("SharedPopulateAgain", 30), ("SharedFirstUse", 7950),
        (StepTimes.Clearing, 300), ("GiveBack", 640),
        ("LinesOfManyPages", 19), ("LinesOfFewPages", 7),
    ];

    /// <summary>The same with 512 pages a fault.</summary>
    public static (string Step, double Time)[] Huge { get; } =
    [
        (StepTimes.Whole, 260), ("Populate", 216), ("PopulateAgain", 1), ("FirstUse", 16),
        ("NextUse", 9), ("UseAfterProtect", 15), ("UseAfterCold", 17),
        ("SharedFault", 29), ("SharedPopulate", 1.5), ("SharedPopulateAgain", 0.5), ("SharedFirstUse", 15.5),
        (StepTimes.Clearing, 190), ("GiveBack", 4),
        ("LinesOfManyPages", 7), ("LinesOfFewPages", 7),
    ];

    /// <summary>What a step takes; null where it is not among these.</summary>
    public static double? Time((string Step, double Time)[] times, string step) =>
        times.Where(known => known.Step == step).Select(known => (double?)known.Time).FirstOrDefault();

    /// <summary>A row whose iterations have what is made of each step in each round.</summary>
    public static JsonObject Row(string parameters, int launches, int rounds, Func<string, int, double?> made)
    {
        JsonObject[] read = [.. Enumerable.Range(1, launches).Select(launch => new JsonObject
        {
            ["Launch"] = launch,
            ["Iterations"] = new JsonArray([.. Enumerable.Range(0, rounds).Select(round => Iteration(round, made))]),
        })];
        double[] iterations = [.. Enumerable.Repeat(15_100.0, rounds)];
        var row = Sample.Benchmark("FaultParts", "Touch", parameters, [.. Enumerable.Repeat(iterations, launches)]);
        row["Bench"] = new JsonObject { ["Launches"] = new JsonArray([.. read]) };
        return row;
    }

    private static JsonObject Iteration(int round, Func<string, int, double?> made)
    {
        double whole = made(StepTimes.Whole, round)!.Value;
        var read = new JsonObject
        {
            ["Operations"] = Operations,
            ["Nanoseconds"] = whole * Operations,
            ["CpuNanoseconds"] = whole * Operations
        };
        read["ClearNanoseconds"] = made(StepTimes.Clearing, round);
        foreach (string step in Shadowed.Select(known => known.Step).Where(step => step is not (StepTimes.Whole or StepTimes.Clearing)))
            read[StepTimes.Reading(step)] = made(step, round);
        return read;
    }
}
