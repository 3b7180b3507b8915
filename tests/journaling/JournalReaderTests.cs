using System.Text.Json;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;
using Bench.Results.Read.Journals;
using Bench.Results.Show.Journals;
using Bench.Tests.Results;

namespace Bench.Tests.Journaling;

/// <summary>A journal is read by the mapping that reads full JSON, with what is missing and why.</summary>
public class JournalReaderTests
{
    [Fact]
    public void LaunchesOfARowAreOneRow()
    {
        var run = new RunSource().Of(SampleJournal.Read(SampleJournal.Header(2, "Getpid", "Read"),
            SampleJournal.Row("Read", 1, 250, 251), SampleJournal.Row("Getpid", 1, 150, 152), SampleJournal.Row("Getpid", 2, 160, 162),
            SampleJournal.Row("Read", 2, 260, 261)));
        // As planned, not as they ended.
        Assert.Equal(["Getpid", "Read"], run.Rows.Select(row => row.Method));
        Assert.Equal([151, 161], run.Rows[0].Launches.Select(launch => launch.Median));
        Assert.Equal([0.9 * 151, 0.9 * 161], run.Rows[0].Launches.Select(launch => launch.CpuMedian!.Value));
        Assert.Equal(0.5, run.Rows[0].Measured);
        Assert.Single(run.Rows[0].Marks);
        Assert.Contains(run.Environment, fact => fact is { Key: "kernel", Value: "6.18" });
    }

    [Fact]
    public void StatisticsAreOfAllLaunches()
    {
        var journal =
            SampleJournal.Read(SampleJournal.Header(2, "Getpid"), SampleJournal.Row("Getpid", 1, 150), SampleJournal.Row("Getpid", 2, 160));
        var row = JsonDocument.Parse(Assert.Single(JournalReport.ByClass(journal)).Json).RootElement.GetProperty("Benchmarks")[0];
        // Each row has a result of 5 ns for 1000 operations beside its own.
        Assert.Equal((4, 0.005, 160),
            (row.GetProperty("Statistics").GetProperty("N").GetInt32(), row.GetProperty("Statistics").GetProperty("Min").GetDouble(),
                row.GetProperty("Statistics").GetProperty("Max").GetDouble()));
        Assert.Equal([1, 2],
            row.GetProperty("Bench").GetProperty("Launches").EnumerateArray().Select(launch => launch.GetProperty("Launch").GetInt32()));
    }

    [Fact]
    public void RowsNotMeasuredAreNamedWithTheReason()
    {
        var journal = SampleJournal.Read(SampleJournal.Header(1, "Getpid", "Read", "Write"), SampleJournal.Row("Getpid", 1, 150),
            SampleJournal.Failed("Read", "its process was ended by SIGSEGV"));
        var run = new RunSource().Of(journal);
        Assert.Equal("it failed: its process was ended by SIGSEGV",
            run.LeftOut.Single(row => row.Benchmark.EndsWith(".Read", StringComparison.Ordinal)).Reason);
        Assert.Equal("the run stopped before it was measured: it was killed, or the machine went down",
            run.LeftOut.Single(row => row.Benchmark.EndsWith(".Write", StringComparison.Ordinal)).Reason);
        Assert.Contains(run.LeftOut, row => row.Benchmark == "Syscall.MultiPageAlloc");
    }

    [Fact]
    public void ThePageNamesThem()
    {
        using var folder = new TemporaryFolder();
        StoppedReports.Write(
            SampleJournal.Read(SampleJournal.Header(2, "Getpid", "Write"), SampleJournal.Row("Getpid", 1, 150)) with
            {
                End = "it was stopped by SIGTERM"
            }, folder.Path);
        string page = File.ReadAllText(Path.Combine(folder.Path, StoppedReports.Page));
        Assert.Contains("Syscall.Write: the run stopped before it was measured: it was stopped by SIGTERM", page, StringComparison.Ordinal);
        Assert.Contains("Rows with fewer than 2 launches: Bench.Workloads.Syscall.Getpid (1)", page, StringComparison.Ordinal);
        Assert.Single(RunSource.Read(folder.Path).Rows);
    }

    [Fact]
    public void ManyRowsWithTooFewLaunchesAreCountedAndNotNamed()
    {
        using var folder = new TemporaryFolder();
        string[] names = [.. Enumerable.Range(1, 9).Select(n => $"Call{n}")];
        StoppedReports.Write(SampleJournal.Read([SampleJournal.Header(2, names), .. names.Select(name => SampleJournal.Row(name, 1, 150))]),
            folder.Path);
        Assert.Contains("9 rows have fewer than 2 launches, as the column “Launches” says.",
            File.ReadAllText(Path.Combine(folder.Path, StoppedReports.Page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Launch\":2,\"Row\":{\"FullNa")]
    [InlineData("{\"Launch\":2,\"Row\":{\"FullNa\n")]
    [InlineData("\0\0\0\0\0\0\n")]
    [InlineData("\n")]
    public void HalfALastLineIsDropped(string torn)
    {
        byte[] text = [.. SampleJournal.Text(SampleJournal.Header(1, "Getpid"), SampleJournal.Row("Getpid", 1, 150)),
            .. System.Text.Encoding.UTF8.GetBytes(torn)];
        Assert.Single(JournalReader.Read("run.journal", text).Launches);
    }

    [Fact]
    public void DamageBeforeTheLastLineIsOneLine()
    {
        var wrong = Assert.Throws<ReadException>(
            () => SampleJournal.Read(SampleJournal.Header(1, "Getpid"), "{\"Launch\":", SampleJournal.Row("Getpid", 1, 150)));
        Assert.StartsWith("run.journal: line 2 of the journal is damaged", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALaunchTwiceIsRefused() =>
        Assert.Throws<ReadException>(
            () => SampleJournal.Read(SampleJournal.Header(1, "Getpid"), SampleJournal.Row("Getpid", 1, 150),
                SampleJournal.Row("Getpid", 1, 150)));

    [Fact]
    public void AnotherFormatIsRefused() =>
        Assert.Throws<ReadException>(
            () =>
                SampleJournal.Read(SampleJournal.Header(1, "Getpid").Replace("\"Journal\":1", "\"Journal\":2", StringComparison.Ordinal)));

    [Theory]
    [InlineData("../../etc")]
    [InlineData("a/b")]
    [InlineData("\\u001b[2J")]
    public void ANameNeverBecomesAPath(string type)
    {
        using var folder = new TemporaryFolder();
        var journal = SampleJournal.Read(SampleJournal.Header(1, "Getpid"),
            SampleJournal.Row("Getpid", 1, 150)
                .Replace("\"Namespace\":\"Bench.Workloads\"", $"\"Namespace\":\"{type}\"", StringComparison.Ordinal));
        Assert.Throws<ReadException>(() => StoppedReports.Write(journal, Path.Combine(folder.Path, "results")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void AJournalIsARunToReadLikeAnyOther()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.journal",
            System.Text.Encoding.UTF8
                .GetString(SampleJournal.Text(SampleJournal.Header(1, "Getpid"), SampleJournal.Row("Getpid", 1, 150))));
        Assert.Equal("Getpid", Assert.Single(RunSource.Read(path).Rows).Method);
    }
}
