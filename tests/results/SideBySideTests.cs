using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;
using Bench.Results.Show.Page;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>Any number of runs, side by side.</summary>
public class SideBySideTests(Browser browser)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 5, 1)]
    [InlineData(5, 1, 1)]
    [InlineData(5, 5, 0)]
    public void ASingleLaunchOfEitherRunBoundsNoRatio(int old, int current, int unbounded)
    {
        Run Of(int launches) =>
            Sample.Run(("Getpid", [.. Enumerable.Range(0, launches).Select(i => 100.0 + i)])) with { Source = $"run{launches}" };
        Assert.Equal(unbounded, Normalised.To(SideBySide.Of([Of(old), Of(current) with { Source = "other" }]), SideBySide.First).Unbounded);
    }

    [Fact]
    public void EveryRatioIsThatOfTheMediansAndTheReferenceIsOne() => Gen.Double[1, 1e6].Array[3].Array[1, 5].Sample(rows =>
    {
        var runs = Enumerable.Range(0, 3)
            .Select(i => Sample.Run([.. rows.Select((r, k) => ($"Call{k}", new[] { r[i] }))]) with { Source = $"m{i}" }).ToArray();
        var normalised = Normalised.To(SideBySide.Of(runs), "m1");
        foreach (var (row, k) in normalised.Classes.Single().Rows.Select((r, k) => (r, k)))
            for (int i = 0; i < 3; i++)
                Assert.Equal(rows[k][i] / rows[k][1], row.Cells[i]!.Ratio!.Value, 1e-9 * rows[k][i] / rows[k][1]);
        Assert.Equal(1, normalised.Classes[0].Means[1]);
        // Another reference changes every mean by one factor.
        var other = Normalised.To(SideBySide.Of(runs), SideBySide.First);
        Assert.Equal(normalised.Classes[0].Means[2] / normalised.Classes[0].Means[0], other.Classes[0].Means[2],
            1e-9 * other.Classes[0].Means[2]);
    });

    [Fact]
    public void LikeMachinesStandTogetherAndTheFirstStaysFirst()
    {
        Run On(string name, string cpu, string kernel) => Sample.Run(("Getpid", [100])) with
        {
            Source = name,
            Environment = [new("kernel", "Kernel", kernel, true), new("cpu", "CPU", cpu, true), new("load", "Load", name, false),
                new("thp", "THP", "madvise", true)],
        };
        var runs = SideBySide.Of([On("a", "EPYC", "6.12"), On("b", "Xeon", "6.12"), On("c", "EPYC", "6.18"), On("d", "EPYC", "6.12")]);
        Assert.Equal(["a", "d", "c", "b"], runs.Columns.Select(c => c.Name));
        Assert.Equal(["Kernel", "CPU", "Load"], runs.Differences.Select(d => d.Label));
        Assert.Equal(["6.12", "6.12", "6.18", "6.12"], runs.Differences[0].Values);
        Assert.Equal([true, true, false], runs.Differences.Select(d => d.Matters));
    }

    [Fact]
    public void RowsThatARunLacksAreEmptyAndLeftOutOfTheMeans()
    {
        Run[] runs = [Sample.Run(("A", [100]), ("B", [10])), Sample.Run(("A", [200])), Sample.Run(("A", [50]), ("C", [7]))];
        var table = Normalised.To(SideBySide.Of(runs), SideBySide.First).Classes.Single();
        Assert.Equal(["A", "B", "C"], table.Rows.Select(r => r.Row.Method));
        Assert.Equal((1, 2.0, 0.5), (table.Shared, Math.Round(table.Means[1], 9), Math.Round(table.Means[2], 9)));
        Assert.Null(table.Rows[1].Cells[1]);
        Assert.Null(table.Rows[2].Cells[2]!.Ratio);
        Assert.Contains("(7.00)", ComparisonFormat.Named("markdown").WriteMany!(Normalised.To(SideBySide.Of(runs), SideBySide.First)));
    }

    [Theory]
    [InlineData("host1,host2", "/s/host1/BenchmarkDotNet.Artifacts", "/s/host2/BenchmarkDotNet.Artifacts/results")]
    [InlineData("old/host1,new/host1,baseline", "/old/host1", "/new/host1/", "/r/baseline.json")]
    [InlineData("x/a,x/a#2,A-report", "/x/a-report-full.json", "/x/a-report-full.json", "/x/A-report.json")]
    public void NamesAreShortAndDifferent(string names, params string[] paths) => Assert.Equal(names.Split(','), RunNames.Of(paths));

    [Fact]
    public void NamesAreDifferentWhateverThePaths() =>
        Gen.String[Gen.Char["ab/. "], 0, 6].Select(s => "/" + s).Array[1, 6].Sample(paths => Assert.Distinct(RunNames.Of(paths)));

    [Fact]
    public void InstructionsDoNotStandBesideNanoseconds()
    {
        var run = Sample.Run(("Getpid", [100]));
        Assert.Throws<MixedMachinesException>(() => SideBySide.Of([run, run, run with { Unit = "instructions" }]));
        Assert.Throws<ReadException>(() => Normalised.To(SideBySide.Of([run, run]), "nonsense"));
    }

    [Fact]
    public void EveryReadableFormatHoldsEveryRun()
    {
        var runs =
            Normalised.To(
                SideBySide.Of(
                    [.. Enumerable.Range(1, 4).Select(i => Sample.Read(Sample.Whole(i, kernel: $"6.{i}")) with { Source = $"node{i}" })]),
                    "node2");
        Assert.Equal(["markdown", "html", "json"], ComparisonFormat.All.Where(f => f.WriteMany is not null).Select(f => f.Name));
        Assert.Contains("node2, ns", ComparisonFormat.Named("markdown").WriteMany!(runs));
        var json = JsonNode.Parse(ComparisonFormat.Named("json").WriteMany!(runs))!;
        Assert.Equal("node2", (string?)json["Normalised"]);
        Assert.All(json["Classes"]!.AsArray().SelectMany(c => c!["Benchmarks"]!.AsArray()),
            b => Assert.Equal(4, b!["Runs"]!.AsArray().Count));
        Assert.Equal(1.0, (double)json["Classes"]![0]!["Benchmarks"]![0]!["Runs"]![1]!["Ratio"]!);
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task ManyColumnsDoNotMakeThePageWider(int width, bool dark)
    {
        Browser.SkipUnlessInstalled();
        Run[] runs =
            [.. Enumerable.Range(1, 12)
                .Select(
                    i => Sample.Read(Sample.Whole(i, kernel: $"6.{i}.0-with-a-long-name")) with
                    {
                        Source = $"/shared/compute-node-{i:000}"
                    })];
        foreach (string? html in
            new[] { ComparisonFormat.Named("html").WriteMany!(Normalised.To(SideBySide.Of(runs), SideBySide.First)),
                ReportPage.Write(runs[..3]) })
        {
            await using var page = await browser.Open(html, width, dark, Cancellation);
            Assert.Equal(width, (int)(await page.Evaluate("document.documentElement.scrollWidth", Cancellation))!);
            Assert.Contains("side by side", (string?)await page.Evaluate("document.querySelector('.lead').textContent", Cancellation));
            Assert.Empty(page.Complaints);
        }
    }
}
