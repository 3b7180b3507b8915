using Bench.Journaling;
using Bench.Results.Read.Journals;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Journaling;

/// <summary>A full disk moves the journal, and two full disks end the run with what it has.</summary>
public class JournalFileTests
{
    private const int Launches = 40;

    private readonly List<string> told = [];

    [Fact]
    public void AFullDiskMovesItWithAllItsLines()
    {
        using var small = new SmallDisk();
        using var refuge = new TemporaryFolder();
        using var journal = JournalFile.Create(small.Path, "a.journal", [SampleJournal.Header(Launches, "Getpid")], told.Add, refuge.Path);
        for (int launch = 1; launch <= Launches; launch++)
            journal.Append(SampleJournal.Row("Getpid", launch, 150, 151, 152));
        Assert.Equal(Path.Combine(refuge.Path, "a.journal"), journal.Path);
        Assert.Contains(journal.Path, Assert.Single(told), StringComparison.Ordinal);
        Assert.Null(journal.Full);
        Assert.Equal(Launches, JournalReader.Read(journal.Path, journal.Read()).Launches.Count);
        Assert.Empty(Directory.EnumerateFiles(small.Path));
    }

    [Fact]
    public void WhereThatIsFullTooItKeepsWholeLines()
    {
        using var small = new SmallDisk();
        using var journal = JournalFile.Create(small.Path, "a.journal", [SampleJournal.Header(Launches, "Getpid")], told.Add,
            Path.Combine(small.Path, "none"));
        for (int launch = 1; launch <= Launches; launch++)
            journal.Append(SampleJournal.Row("Getpid", launch, 150, 151, 152));
        Assert.NotNull(journal.Full);
        Assert.StartsWith("error: ", Assert.Single(told), StringComparison.Ordinal);
        Assert.InRange(JournalReader.Read(journal.Path, journal.Read()).Launches.Count, 1, Launches - 1);
    }
}
