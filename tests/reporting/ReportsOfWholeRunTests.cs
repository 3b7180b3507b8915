using Bench.Record;
using Bench.Reporting;
using Bench.Tests.Results;
using Bench.Workloads;

namespace Bench.Tests.Reporting;

/// <summary>What is quiet goes by the quickest call of the whole run, which a later class may measure.</summary>
[Collection(FixedRuns.Name)]
public class ReportsOfWholeRunTests
{
    [Theory]
    [InlineData(1.25, false)]
    [InlineData(1.0, true)]
    public void ReportsAreWrittenAgainWhereALaterClassHasAQuickerCall(double laterCall, bool again)
    {
        using var folder = new TemporaryFolder();
        var record = new RunRecord([]);
        using var earlier = new FixedRun(record, folder.Path, 1.25, typeof(Syscall), (".Getpid", 100));
        string printed = earlier.Outputs["csv"];
        using var later = new FixedRun(record, folder.Path, laterCall, typeof(FunctionCall), (".Static", 2));
        var lines = ReportsOfWholeRun.Write([earlier.Summary, later.Summary]);
        Assert.Equal(again, lines.Count == 1 && lines[0].Contains("The table of Syscall", StringComparison.Ordinal));
        Assert.Equal(again ? 1 : 0, lines.Count);
        string[] written = Directory.GetFiles(folder.Path, "*.csv");
        Assert.Equal(again ? 1 : 0, written.Length);
        Assert.All(written, file => Assert.NotEqual(printed, File.ReadAllText(file)));
    }
}
