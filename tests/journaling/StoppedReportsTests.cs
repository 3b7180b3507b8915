using Bench.Results.Input;
using Bench.Results.Read;
using Bench.Results.Show.Journals;
using Bench.Results.Show.Page;
using Bench.Tests.Results;

namespace Bench.Tests.Journaling;

public sealed class StoppedReportsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Bench.Workloads.Syscall-report-github.md")]
    [InlineData("Bench.Workloads.Syscall-report.csv")]
    [InlineData("Bench.Workloads.Syscall-report-full.json")]
    [InlineData("report.html")]
    public void EveryReportNamesTheRowsThatAreMissingAndWhy(string report)
    {
        Write();
        string text = File.ReadAllText(Path.Combine(folder.Path, report));
        Assert.Contains(Sample.FullName("Syscall", "B", ""), text, StringComparison.Ordinal);
        Assert.Contains("the run stopped before it was measured: it was stopped by SIGINT", text, StringComparison.Ordinal);
        Assert.Contains(Sample.FullName("Syscall", "C", ""), text, StringComparison.Ordinal);
        Assert.Contains("it failed: no memory", text, StringComparison.Ordinal);
    }

    [Fact]
    public void APageMadeOfThemLaterSaysToo()
    {
        Write();
        var run = RunSource.Read(folder.Path);
        const string Note = "did not come to its end: it was stopped by SIGINT. 1 of 3 rows were measured";
        Assert.Contains(run.Notes, note => note.Contains(Note, StringComparison.Ordinal));
        Assert.Contains(Note, ReportPage.Write([run]), StringComparison.Ordinal);
        Assert.Contains("than 2 launches", ReportPage.Write([run]), StringComparison.Ordinal);
    }

    private void Write() => StoppedReports.Write(
        SampleJournal.Read(SampleJournal.Header(2, "A", "B", "C"), SampleJournal.Row("A", 1, 5, 6, 7),
            SampleJournal.Failed("C", "no memory"))
            with
        { End = "it was stopped by SIGINT" },
        folder.Path);
}
