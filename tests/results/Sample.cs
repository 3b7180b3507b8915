using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Read;

namespace Bench.Tests.Results;

/// <summary>Reports and runs made to order, in the shape BenchmarkDotNet 0.15.8 writes them.</summary>
internal static class Sample
{
    public static JsonObject Report(params IEnumerable<JsonObject> benchmarks) => new()
    {
        ["Title"] = "sample",
        ["HostEnvironmentInfo"] = new JsonObject
        {
            ["BenchmarkDotNetVersion"] = "0.15.8",
            ["OsVersion"] = "Debian GNU/Linux 12 (bookworm)",
            ["ProcessorName"] = "AMD EPYC",
            ["LogicalCoreCount"] = 2,
            ["RuntimeVersion"] = ".NET 10.0.12",
            ["Architecture"] = "X64",
            ["HasAttachedDebugger"] = false,
            ["Configuration"] = "RELEASE",
            ["ChronometerFrequency"] = new JsonObject { ["Hertz"] = 1e9 },
        },
        ["Benchmarks"] = new JsonArray([.. benchmarks]),
    };

    public static JsonObject Suite(string kernel = "6.18", string unit = "ns") => new()
    {
        ["Schema"] = 1,
        ["Unit"] = unit,
        ["Environment"] = new JsonArray(
            new JsonObject { ["Key"] = "kernel", ["Label"] = "Kernel", ["Value"] = kernel, ["Matters"] = true },
            new JsonObject { ["Key"] = "load", ["Label"] = "Load", ["Value"] = "0.4", ["Matters"] = false }),
        ["LeftOut"] = new JsonArray(new JsonObject { ["Benchmark"] = "Syscall.MultiPageAlloc", ["Reason"] = "needs the patched kernel" }),
    };

    /// <summary>A benchmark with one array of nanoseconds per operation for each launch.</summary>
    public static JsonObject Benchmark(string type, string method, string parameters, params double[][] launches) => new()
    {
        ["DisplayInfo"] = $"{type}.{method}: DefaultJob",
        ["Namespace"] = "Bench.Workloads",
        ["Type"] = type,
        ["Method"] = method,
        ["MethodTitle"] = method,
        ["Parameters"] = parameters,
        ["FullName"] = FullName(type, method, parameters),
        // BenchmarkDotNet writes NaN as empty text; statistics are not read, so it must not matter there.
        ["Statistics"] = new JsonObject { ["Kurtosis"] = "" },
        ["Measurements"] = new JsonArray([
            Measurement("Overhead", "Actual", 1, 3, 17),
            Measurement("Workload", "Warmup", 1, 1, 1e9),
            .. launches.SelectMany((values, l) => values.Select(v => Measurement("Workload", "Actual", l + 1, 1000, v * 1000))),
            Measurement("Workload", "Result", 1, 1000, 5),
        ]),
    };

    public static JsonObject Measurement(string mode, string stage, int launch, long operations, double nanoseconds) => new()
    {
        ["IterationMode"] = mode,
        ["IterationStage"] = stage,
        ["LaunchIndex"] = launch,
        ["IterationIndex"] = 1,
        ["Operations"] = operations,
        ["Nanoseconds"] = nanoseconds,
    };

    public static string FullName(string type, string method, string parameters) => $"Bench.Workloads.{type}.{method}"
        + (parameters.Length == 0 ? "" : $"({parameters.Replace("=", ": ").Replace("&", ", ")})");

    public static Run Read(JsonObject report) => Measured.Read("sample.json", report.ToJsonString());

    /// <summary>A run whose rows have these launch medians.</summary>
    public static Run Run(params (string Name, double[] Medians)[] rows) =>
        new("sample", "ns", [], [.. rows.Select(r => Row(r.Name, r.Medians))], []);

    public static BenchmarkRow Row(string name, params double[] medians) => new()
    {
        FullName = $"Bench.Workloads.Syscall.{name}",
        Type = "Syscall",
        Method = name,
        Title = name,
        Launches = [.. medians.Select(m => Launch.Of([m, m, m]))],
    };

    /// <summary>
    /// A small but whole report: calls, faults over three sizes and two orders, the reference rows, additions of the suite.
    /// </summary>
    public static JsonObject Whole(int seed = 1, int launches = 3, string kernel = "6.18")
    {
        var random = new Random(seed);
        double[][] Noisy(double centre) => [.. Enumerable.Range(0, launches).Select(_ =>
        {
            double launch = centre * Math.Exp(0.01 * Normal(random));
            return Enumerable.Range(0, 15).Select(_ => launch * Math.Exp(0.01 * Math.Abs(Normal(random)))).ToArray();
        })];
        List<JsonObject> rows =
        [
            Benchmark("FunctionCall", "Static", "", Noisy(1.4)),
            Benchmark("FunctionCall", "Delegate", "", Noisy(1.7)),
            Benchmark("Syscall", "FunctionCall", "", Noisy(1.4)),
            Benchmark("Syscall", "Getpid", "", Noisy(150)),
            Benchmark("Syscall", "Read", "", Noisy(250)),
            Benchmark("Syscall", "GetppidByLibraryImportWithSuppressGCTransition", "", Noisy(234)),
            Benchmark("PageFault", "Touch", "Mechanism=ZeroingFloor&Pages=1&Order=sequential", Noisy(179)),
        ];
        foreach (string? order in new[] { "sequential", "random" })
        {
            rows.Add(Benchmark("PageFault", "Touch", $"Mechanism=Demand&Pages=1&Order={order}", Noisy(2150)));
            foreach (int n in new[] { 4, 16, 64, 512 })
                rows.Add(Benchmark("PageFault", "Touch", $"Mechanism=LargeFolio&Pages={n}&Order={order}", Noisy(2300.0 / n + 375)));
            foreach (int n in new[] { 1, 4, 16, 64, 512 })
                rows.Add(Benchmark("PageFault", "Touch", $"Mechanism=Populate&Pages={n}&Order={order}", Noisy(1150.0 / n + 1230)));
        }

        rows.Add(Benchmark("Batching", "Run", "How=read&Size=1", Noisy(250)));
        foreach (int n in new[] { 1, 4, 16, 64, 512 })
            rows.Add(Benchmark("Batching", "Run", $"How=read by io_uring&Size={n}", Noisy(200.0 / n + 60)));

        var report = Report(rows);
        report["Bench"] = Suite(kernel);
        rows[4]["Bench"] = new JsonObject
        {
            ["Marks"] = new JsonArray(new JsonObject { ["Id"] = "disturbed", ["Text"] = "on the processor 87 % of the time" })
        };
        return report;
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
