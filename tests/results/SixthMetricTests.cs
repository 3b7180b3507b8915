using System.Text;
using System.Text.Json.Nodes;
using Bench.Commands;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Judge;
using Bench.Results.Metrics;
using Bench.Results.Read;
using Bench.Results.Show;
using Bench.Results.Show.Page;
using Bench.Results.Show.Table;

namespace Bench.Tests.Results;

/// <summary>A metric that only the tests have is shown, kept, asked for and judged by as the suite's are.</summary>
public class SixthMetricTests
{
    private static readonly IReadOnlyList<MeasuredTime> Times = Catalogue.Of<MeasuredTime>(typeof(Slowest).Assembly);
    private static readonly Metric Slowest = Times.OfType<Slowest>().Single();
    private static readonly Run Measured = Read("run");

    [Fact]
    public void ItIsDerivedFromReadingsThatExist() =>
        Assert.Equal([90, 80], Measured.Rows[0].Launches.Select(launch => launch.Times["slowest"]));

    [Fact]
    public void TheSuiteDoesNotHaveIt() => Assert.DoesNotContain(MeasuredTime.All, time => time.Id == "slowest");

    [Fact]
    public void ABaselineKeepsIt()
    {
        string text = BaselineFile.Write(Measured);
        Assert.Contains("\"slowest\":[90,80]", text);
        var read = new RunSource(Times).Of("baseline", Encoding.UTF8.GetBytes(text));
        Assert.Equal([90, 80], read.Rows[0].Launches.Select(launch => launch.Times["slowest"]));
    }

    [Fact]
    public void TablesAndThePageShowIt()
    {
        foreach (string? text in new[] { MarkdownResults.Write(Measured), CsvResults.Write(Measured), ReportPage.Write([Measured]) })
            Assert.Contains("Slowest ns", text);
        Assert.Contains("slowest", RepeatabilityTable.Write(Repeatability.Of([Measured, Read("other")]), 2, 0.05));
    }

    [Fact]
    public void ClockTakesItAndHelpNamesIt()
    {
        var option = new ClockOption(Times).OfComparisons();
        Assert.Contains("slowest, of the slowest iteration", option.Description);
        var command = new System.CommandLine.Command("compare") { option };
        Assert.Equal(Slowest, command.Parse("--clock slowest").GetValue(option)!.Metric);
    }

    [Fact]
    public void ItJudgesOnlyWhereItIsAskedFor()
    {
        Assert.NotEqual(Slowest, MetricSet.Of(Measured).Own(Measured.Rows[0]));
        Assert.Equal(85, MetricSet.Of(Measured).See(Measured.Rows[0], Slowest).Launches.Average(launch => launch.Median));
    }

    private static Run Read(string source)
    {
        var row = Sample.Benchmark("Syscall", "Getpid", "", [100, 102], [101, 103]);
        row["Bench"] = new JsonObject { ["Launches"] = new JsonArray(Launch(1, 70, 90), Launch(2, 80, 60)) };
        return new RunSource(Times).Of(source, Encoding.UTF8.GetBytes(Sample.Report(row).ToJsonString()));
    }

    private static JsonObject Launch(int number, params double[] cpu) => new()
    {
        ["Launch"] = number,
        ["Iterations"] = new JsonArray([.. cpu.Select(time => new JsonObject { ["Operations"] = 1, ["CpuNanoseconds"] = time })]),
    };
}
