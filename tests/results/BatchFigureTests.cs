using Bench.Results.Data;
using Bench.Results.Pair;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Page;
using CsCheck;

namespace Bench.Tests.Results;

public class BatchFigureTests
{
    /// <summary>
    /// What a crossing and an operation cost, as they were when the times were made, comes back from the fit and stands on the page.
    /// </summary>
    [Fact]
    public void TheFitFindsWhatACallAndAnOperationCost() => Gen.Select(Gen.Double[50, 500], Gen.Double[5, 200]).Sample((call, operation) =>
    {
        var run = Run(n => call / n + operation);
        var figure = BatchFigure.Of(run)!;
        var line = figure.Series.Single(s => s.Name == "read by io_uring");
        Assert.Equal(call, line.Model!.PerFault, 1e-6 * call);
        Assert.Equal(operation, line.Model.PerPage, 1e-6 * operation);
        Assert.Equal(line.Points.Where(p => p.Summary.Centre <= 1.1 * (call / 512 + operation)).Min(p => p.Size), line.Knee);
        Assert.Null(figure.Series.Single(s => s.Name == "read").Model);
        Assert.Equal(0, figure.ColourOf(line));
        string page = ReportPage.Write([run]);
        Assert.Contains("Figure 3: what batching system calls buys", page, StringComparison.Ordinal);
        Assert.Contains("The cost of a call and of an operation", page, StringComparison.Ordinal);
        Assert.Contains("read by io_uring: a call costs", page, StringComparison.Ordinal);
    }, iter: 20);

    [Fact]
    public void ItIsAFileToo()
    {
        using var folder = new TemporaryFolder();
        var files = FigureFiles.Write(folder.Path, [Run(n => 200.0 / n + 60)]);
        Assert.Equal(["figure3-batches.svg"], files.Select(Path.GetFileName));
    }

    [Fact]
    public void ARunWithoutBatchesHasNoSuchFigure() =>
        Assert.Null(BatchFigure.Of(Sample.Read(Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", [1.0, 1.1])))));

    [Theory]
    [InlineData("Batching", "How=read by io_uring&Size=16", "How=read&Size=1")]
    [InlineData("Scaling", "Mechanism=Populate&As=Threads&Memory=Shared&Workers=4",
        "Mechanism=Populate&As=Threads&Memory=Shared&Workers=1")]
    [InlineData("Contention", "Mechanism=Demand&Neighbour=SameSpace", "Mechanism=Demand&Neighbour=Idle")]
    public void ARowWithCompanyIsHeldAgainstTheSameAlone(string type, string row, string reference)
    {
        string[] others = ["How=nop&Size=1", "Mechanism=Demand&As=Threads&Memory=Shared&Workers=1",
            "Mechanism=Populate&As=Threads&Memory=Private&Workers=1", "Mechanism=Populate&Neighbour=Idle"];
        var run =
            Sample.Read(Sample.Report([.. others.Append(reference).Append(row).Select(p => Sample.Benchmark(type, "Run", p, [1.0, 1.1]))]));
        var found = new References(run.Rows).For(run.Rows[^1])!;
        Assert.Same(run.Rows[^2], found);
        Assert.Null(new References(run.Rows).For(found));
        // The filter that measures it again must select the reference.
        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(Reference.PatternFor(run.Rows[^1])).Replace("\\*", ".*") + "$",
            found.FullName);
    }

    private static Run Run(Func<int, double> time) => Sample.Read(Sample.Report(
    [
        Sample.Benchmark("Batching", "Run", "How=read&Size=1", [250.0, 250]),
        .. new[] { 1, 4, 16, 64, 512 }
            .Select(n => Sample.Benchmark("Batching", "Run", $"How=read by io_uring&Size={n}", [time(n), time(n)])),
    ]));
}
