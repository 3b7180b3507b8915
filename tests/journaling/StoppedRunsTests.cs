using System.Diagnostics;
using System.Text;
using Bench.Journaling;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;
using Bench.Tests.Results;

namespace Bench.Tests.Journaling;

/// <summary>What ended runs left in a folder is reported once, and what living ones keep there is left alone.</summary>
public class StoppedRunsTests
{
    private readonly List<string> told = [];

    [Fact]
    public void AKilledRunIsReportedOnceIntoAFolderOfItsOwn()
    {
        using var folder = new TemporaryFolder();
        folder.Write("results/old.txt", "of a run that came to its end");
        Write(folder, "a.journal", SampleJournal.Header(1, "Getpid", "Read"), SampleJournal.Row("Getpid", 1, 150));
        string recovered = Assert.Single(StoppedRuns.Recover(folder.Path, told.Add));
        Assert.Equal("interrupted-2026-11-27T02-15-00", Path.GetFileName(recovered));
        Assert.Contains(recovered, Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal("Getpid", Assert.Single(RunSource.Read(recovered).Rows).Method);
        Assert.Equal(["old.txt"], Directory.EnumerateFiles(Path.Combine(folder.Path, "results")).Select(Path.GetFileName));
        Assert.Empty(StoppedRuns.Recover(folder.Path, told.Add));
    }

    [Fact]
    public void TwoOfTheSameSecondGoApart()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "a.journal", "b.journal" })
            Write(folder, name, SampleJournal.Header(1, "Getpid"), SampleJournal.Row("Getpid", 1, 150));
        Assert.Equal(2, StoppedRuns.Recover(folder.Path, told.Add).Distinct().Count());
    }

    [Fact]
    public void ALivingRunIsNotTouched()
    {
        using var folder = new TemporaryFolder();
        using var living = JournalFile.Create(folder.Path, "a.journal", [SampleJournal.Header(1, "Getpid")], told.Add);
        living.Append(SampleJournal.Row("Getpid", 1, 150));
        Assert.Empty(StoppedRuns.Recover(folder.Path, told.Add));
        Assert.Null(StoppedRuns.Newest(folder.Path, told.Add));
        Assert.Empty(told);
        Assert.True(File.Exists(living.Path));
    }

    [Fact]
    public void OfThoseThatReportedThemselvesOnlyTheNewestIsKept()
    {
        using var folder = new TemporaryFolder();
        string end = JournalText.End("it was stopped by SIGTERM");
        Write(folder, "b.journal", SampleJournal.Header(1, "Getpid").Replace("02:15:00", "02:16:00", StringComparison.Ordinal),
            SampleJournal.Row("Getpid", 1, 150), end);
        Write(folder, "c.journal", SampleJournal.Header(1, "Getpid"), SampleJournal.Row("Getpid", 1, 150), end);
        Assert.Empty(StoppedRuns.Recover(folder.Path, told.Add));
        Assert.Equal(["b.journal"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
        using var newest = StoppedRuns.Newest(folder.Path, told.Add);
        Assert.Equal(16, newest!.Run.Header.Start.Minute);
    }

    [Fact]
    public void ARunKilledBeforeItsFirstRowLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "a.journal", SampleJournal.Header(1, "Getpid"));
        Assert.Empty(StoppedRuns.Recover(folder.Path, told.Add));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void ADamagedJournalIsOneLine()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "a.journal", SampleJournal.Header(1, "Getpid"), "damage", SampleJournal.Row("Getpid", 1, 150));
        Assert.Empty(StoppedRuns.Recover(folder.Path, told.Add));
        Assert.StartsWith("ignored: ", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void APipeNamedAsAJournalIsOneLine()
    {
        using var folder = new TemporaryFolder();
        using (var make = Process.Start("mkfifo", [Path.Combine(folder.Path, "a.journal")]))
            make.WaitForExit();
        Assert.Empty(StoppedRuns.Recover(folder.Path, told.Add));
        Assert.Null(StoppedRuns.Newest(folder.Path, told.Add));
        Assert.All(told, line => Assert.EndsWith("a.journal: is no regular file", line, StringComparison.Ordinal));
        Assert.Equal(2, told.Count);
    }

    [Theory]
    [InlineData("\"build\"", "\"other\"", "the suite's build: 'build' then, 'other' now")]
    [InlineData("\"--filter\"", "\"--job\"", "the options: '--filter *' then, '--job *' now")]
    [InlineData("\"6.18\"", "\"6.19\"", "Kernel: '6.18' then, '6.19' now")]
    [InlineData(".Getpid\"", ".Getppid\"", "it did not plan Syscall.Getpid: DefaultJob")]
    public void WhatDiffersIsSaid(string then, string now, string difference)
    {
        string header = SampleJournal.Header(1, "Getpid");
        string other = header.Contains(then, StringComparison.Ordinal)
            ? header.Replace(then, now, StringComparison.Ordinal)
            : SampleJournal.Header(1, "Getppid");
        var (old, head) = then.StartsWith('.') ? (SampleJournal.Header(1, "Getppid"), header) : (header, other);
        Assert.Equal(difference, ResumableRun.WhyNot(SampleJournal.Read(old).Header, SampleJournal.Read(head).Header));
        Assert.Null(ResumableRun.WhyNot(SampleJournal.Read(header).Header, SampleJournal.Read(header).Header));
    }

    [Fact]
    public void StoredLaunchesAreWhatWasMeasuredToTheLastDigit()
    {
        double value = 150.123456789012;
        var launch = StoredLaunches.Of(SampleJournal.Read(SampleJournal.Header(1, "Getpid"), SampleJournal.Row("Getpid", 1, value)))
            .Take("Syscall.Getpid: DefaultJob", 1)!;
        Assert.True(launch.Result.IsSuccess);
        Assert.Contains(launch.Result.Measurements,
            m => m.IterationStage == BenchmarkDotNet.Engines.IterationStage.Actual && m.Nanoseconds == value * 1000);
        Assert.Single(SampleJournal.Read(SampleJournal.Header(1, "Getpid"), launch.Line).Launches);
    }

    private static void Write(TemporaryFolder folder, string name, params string[] lines) =>
        folder.Write(name, Encoding.UTF8.GetString(SampleJournal.Text(lines)));
}
