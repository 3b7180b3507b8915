using System.Text;
using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Judge;
using Bench.Results.Judge.Advice;
using Bench.Results.Judge.Advice.Orders;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Show;
using Bench.Results.Show.Advice;
using Bench.Results.Show.Compare;
using Bench.Results.Show.Page;

namespace Bench.Tests.Results;

/// <summary>
/// Reports within the reader's limits that no machine would write: every number at an edge or another, in every class that something
/// special is made of.
/// </summary>
internal sealed class Extremes(Random random)
{
    private static readonly double[] Times = [Limits.LeastTime, 1e-5, 0.1, 1, 1.4, 100, 100, 100, 100.0001, 2150, 1e6, 1e12,
        Limits.MostTime];

    private static readonly string[] Sizes = ["1", "2", "4", "64", "512", "2147483647", "2147483648", "0", "-3", "x", ""];

    private static readonly string[] Densities = ["1", "1/8", "0.125", "1/0", "0", "1/2147483647", "2", "x/y", "1e-300"];

    private static readonly string[] Bytes = ["4 KiB", "16 KiB", "0 bytes", "1 bytes", "512 MiB", "999999 TiB", "0.1 bytes", "x KiB",
        "4KiB"];

    /// <summary>A report as verbs have it.</summary>
    public Run Run() => new RunSource().Of("sample", Report());

    private byte[] Report()
    {
        List<JsonObject> rows = [];
        HashSet<string> names = [];
        for (int i = random.Next(1, 25); i > 0; i--)
        {
            var (type, method, parameters) = Name();
            if (names.Add(Sample.FullName(type, method, parameters)))
                rows.Add(Row(type, method, parameters));
        }

        var report = Sample.Report(rows);
        if (Chance(0.8))
            report["Bench"] = Suite();
        return Encoding.UTF8.GetBytes(report.ToJsonString());
    }

    /// <summary>
    /// All that verbs make of runs, without the files. Refusing is an answer; anything else thrown is a fault, and so is a number that is
    /// none.
    /// </summary>
    public static void Use(Run old, Run head)
    {
        foreach (var run in new[] { old, head })
        {
            Try(() => Check(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(BaselineFile.Write(Back(run))))));
            Try(() => Check(BaselineFile.Write(Back(Calibration.Learn(run)))));
            Try(() => Check(CalibrationTable.Write(Calibration.Learn(run))));
            Try(() => Check(ReportPage.Write([run])));
        }

        foreach (var order in TouchOrder.All)
            foreach (double density in new[] { 1e-9, 0.2, 1 })
                foreach (var format in AdviceFormat.All)
                {
                    Try(
                        (
                            ) => Check(
                                format.Write(Adviser.Answer([MetricSet.Of(head).SeeEachByItsOwn(head)], new Question(density, order, 1)))));
                    Try(() => Check(format.Write(Adviser.Answer([old, head], new Question(density, order, double.PositiveInfinity)))));
                }

        foreach (var clock in MetricSet.Of(head).Held.Prepend(null))
            foreach (bool relative in new[] { false, true })
                Try(() => Compare(new View(clock, relative), old, head));
        Try(() => Check(RepeatabilityTable.Write(Repeatability.Of([old, head, old]), 3, 0.03)));
        Try(() => Check(ReportPage.Write([old, head, old])));
    }

    private static void Compare(View view, Run old, Run head)
    {
        foreach (var format in ComparisonFormat.All)
        {
            Try(() => Check(format.Write(new RegressionJudge(0.05).Decide(view.Pair(old, head)))));
            Try(
                (
                    ) => Check(
                        format.WriteMany
                            ?.Invoke(
                                Normalised.To(
                                    SideBySide.Of(
                                        [.. new[] { old, head, old }.Select(run => view.Of(MetricSet.Of(run).See(run, view.Metric)))]),
                                        SideBySide.First)) ?? ""));
        }

        Try(() => Check(MarkdownComparison.Write(new RegressionJudge(0.05, paired: true).Decide(view.Pair(head, head)))));
        Try(() => new RegressionJudge(1e-9).Decide(view.Pair(old, head)).Exit(true, true));
    }

    // What is saved can be read, and says the same when saved again.
    private static Run Back(Run run)
    {
        string text = BaselineFile.Write(run);
        var back = BaselineFile.Read("back", Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, BaselineFile.Write(back));
        return back;
    }

    private static void Try(Action verb)
    {
        try
        {
            verb();
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException)
        {
            Assert.DoesNotContain('\n', e.Message);
            Assert.StartsWith("sample", e.Message.Split('/', ':')[0] is "sample" ? e.Message : "sample");
        }
    }

    private static void Check(string text) => Assert.DoesNotContain("NaN", text.Replace("isNaN", ""));

    private (string Type, string Method, string Parameters) Name() => random.Next(8) switch
    {
        0 => ("FunctionCall", Pick(["Static", "Delegate"]), ""),
        1 => ("Syscall", Pick(["FunctionCall", "Getpid", "HelloKernel", "Read"]), ""),
        2 =>
            ("PageFault", "Touch",
                $"Mechanism={Pick(["Demand", "Populate", "LargeFolio", "ZeroingFloor"])}&Pages={Pick(Sizes)}"
                    + $"&Order={Pick(["sequential", "random"])}"),
        3 => ("SparseFaults", "Touch", $"Mechanism={Pick(["Demand", "Populate"])}&Pages={Pick(Sizes)}&Density={Pick(Densities)}"),
        4 => ("Batching", "Run", $"How={Pick(["read", "read by io_uring", " by "])}&Size={Pick(Sizes)}"),
        5 => ("WarmAccess", "Write", $"Order={Pick(["sequential", "random"])}"),
        6 => ("Scaling", "Touch", $"Workers={Pick(["1", "2", "x"])}&Neighbour={Pick(["Idle", "Busy"])}"),
        _ => ("Other", $"Method{random.Next(20)}", Pick(["", "Case=1", "=&=", "a&b"])),
    };

    private JsonObject Row(string type, string method, string parameters)
    {
        int launches = Pick([1, 1, 2, 3, 5, 5, 10, 40]);
        double centre = Pick(Times);
        int style = random.Next(4);
        double Time() =>
            style switch
            {
                0 => centre,
                1 => Pick(Times),
                2 => Math.Clamp(centre * (1 + 0.01 * random.NextDouble()), Limits.LeastTime, Limits.MostTime),
                _ => Chance(0.2) ? Pick(Times) : centre
            };
        var row = Sample.Benchmark(type, method, parameters);
        row["Measurements"] =
            new JsonArray(
                [.. Enumerable.Range(1, launches)
                    .SelectMany(
                        l =>
                            Enumerable.Range(0, Pick([1, 2, 3, 12])).Select(_ => Sample.Measurement("Workload", "Actual", l, 1, Time())))]);
        if (Chance(0.8))
            row["Bench"] = Suite(launches, Time);
        return row;
    }

    private JsonObject Suite(int launches, Func<double> time)
    {
        var (cpu, calls, quiet, clears) = (Pick([0, 0.5, 1, 1]), Pick([0, 0.5, 1, 1]), Pick([0, 0.5, 1]), Pick([0, 1]));
        double call = Pick([0.001, 1.4, 1.4, 1e3]);
        JsonObject Iteration() => new()
        {
            ["Operations"] = 1,
            ["CpuNanoseconds"] = Chance(cpu) ? time() : 0,
            ["CallNanoseconds"] = Chance(calls) ? call * (1 + random.NextDouble()) : null,
            ["QuietNanoseconds"] = Chance(quiet) ? time() : null,
            ["ClearNanoseconds"] = Chance(clears) ? Pick([Limits.LeastTime, 350, 1e6]) : null,
        };
        return new JsonObject
        {
            ["Expected"] = Pick([0, 1, 0.0625, Limits.MostTime]),
            ["Measured"] = Pick([0, 1, 0.0625, Limits.MostTime]),
            ["Counter"] = "perf",
            ["Waits"] = Chance(0.2),
            ["TouchedPages"] = Chance(0.5) ? Pick([1L, 131072, (long)Limits.MostTime]) : null,
            ["ResidentPages"] = Chance(0.5) ? Pick([0L, 131072, (long)Limits.MostTime]) : null,
            ["RssAnonPerTouched"] = Chance(0.5) ? Pick([0, 1, 1e6]) : null,
            ["Marks"] =
                new JsonArray(
                    [.. Enumerable.Range(0, random.Next(3))
                        .Select(
                            _ => new JsonObject
                            {
                                ["Id"] = Pick(["faults", "modes", "disturbed", "x"]),
                                ["Text"] = "text",
                                ["Meaning"] = Chance(0.5) ? "meaning" : null
                            })]),
            ["Launches"] =
                new JsonArray(
                    [.. Enumerable.Range(1, random.Next(launches + 2))
                        .Select(
                            l => new JsonObject
                            {
                                ["Launch"] = l,
                                ["Iterations"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Iteration())])
                            })]),
        };
    }

    private JsonObject Suite()
    {
        var suite = Sample.Suite(unit: Chance(0.1) ? Units.Instructions : Units.Nanoseconds);
        void Fact(string key, string value) =>
            suite["Environment"]!.AsArray()
                .Add((JsonNode)new JsonObject { ["Key"] = key, ["Label"] = key, ["Value"] = value, ["Matters"] = false });
        if (Chance(0.7))
            Fact("page_size", Pick(Bytes));
        if (Chance(0.7))
            Fact("region", Pick(Bytes));
        return suite;
    }

    private T Pick<T>(T[] of) => of[random.Next(of.Length)];

    private bool Chance(double share) => random.NextDouble() < share;
}
