using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;
using Bench.Results.Show.Page;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>Runs whose clock counted instructions.</summary>
public class InstructionTests
{
    [Fact]
    public void OneLaunchOnEachSideIsJudgedExactly() =>
        Gen.Select(Gen.Double[1, 1e6], Gen.Double[0.8, 1.25])
            .Where((_, change) => Math.Abs(Math.Abs(Math.Log(change)) - Math.Log(1.005)) > 1e-9).Sample((count, change) =>
        {
            var judgement = new RegressionJudge(0.005).Decide(Pairing.Of(Counted(count), Counted(count * change)));
            var expected = change > 1.005 ? Verdict.Regression : change < 1 / 1.005 ? Verdict.Improvement : Verdict.Same;
            Assert.Equal(expected, judgement.Rows[0].Verdict);
            Assert.Equal(judgement.Rows[0].Ratio, judgement.Rows[0].Upper, 1e-9);
            Assert.Equal(expected == Verdict.Regression ? ExitCode.Regression : ExitCode.Ok, judgement.Exit(false, false));
            Assert.DoesNotContain(judgement.Notes, note => note.Contains("one launch", StringComparison.Ordinal));
        });

    [Fact]
    public void InstructionsAgainstTimeIsNotComparable()
    {
        var judgement = new RegressionJudge(0.05).Decide(Pairing.Of(Sample.Run(("Getpid", [100])), Counted(100)));
        Assert.Equal(Verdict.Inconclusive, judgement.Rows[0].Verdict);
        Assert.Equal(ExitCode.NotComparable, judgement.Exit(false, false));
    }

    [Fact]
    public void NoTextCallsThemTime()
    {
        var report = Sample.Whole(launches: 1);
        report["Bench"] = Sample.Suite(unit: Units.Instructions);
        var run = Sample.Read(report);
        string page = ReportPage.Write([run]);
        Assert.Contains("no TLB misses", page, StringComparison.Ordinal);
        Assert.Contains("instructions per page against pages per fault", page, StringComparison.Ordinal);
        Assert.DoesNotContain("one launch: the interval", page, StringComparison.Ordinal);
        foreach (string text in
            (string[])[page,
                .. ComparisonFormat.All.Select(format => format.Write(new RegressionJudge(0.05).Decide(Pairing.Of(run, run))))])
            Assert.DoesNotMatch(@"\bns\b|nanosecond|[Tt]ime per page", text);
    }

    [Fact]
    public void TimeNeedsNoExplanation() =>
        Assert.DoesNotContain("executed instructions", ReportPage.Write([Sample.Read(Sample.Whole())]), StringComparison.Ordinal);

    private static Run Counted(double count) => Sample.Run(("Getpid", [count])) with { Unit = Units.Instructions };
}
