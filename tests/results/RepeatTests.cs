using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Selecting;

namespace Bench.Tests.Results;

/// <summary>Names in a report choose what is measured again, and nothing else: they are text of whoever wrote the report.</summary>
public class RepeatTests
{
    private const string Getpid = "Bench.Workloads.Syscall.Getpid";
    private static readonly string[] Hostile = ["--cli", "/tmp/evil.sh", "@/tmp/options", "-f", "*", "Bench.Workloads.Syscall.*",
        "Bench.Workloads.Syscall.Getpi?", "--envVars", "LD_PRELOAD:/tmp/evil.so", ""];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OnlyNamesOfThisBuildsBenchmarksReachItsCommandLine(bool relative)
    {
        BenchmarkRow[] Rows(double slower) =>
        [
            Sample.Row("FunctionCall", 1.4, 1.41, 1.42, 1.4, 1.41),
            .. ((string[])[Getpid, .. Hostile])
                .Select(
                    (name,
                        i) => Sample.Row("Getpid", 150 * slower, 151 * slower, 152 * slower, 150 * slower, 151 * slower) with
                        {
                            FullName = name,
                            Type = i % 2 == 0 ? "Syscall" : "--hide *"
                        }),
        ];
        Run Of(double slower) => new("sample", "ns", [], Rows(slower), []);
        var judge = new RegressionJudge(0.05);
        var view = new View(Clock.Wall, relative);
        var first = judge.Decide(view.Pair(Of(1), Of(2)));
        Assert.Contains("-f", first.Suspicious);
        string[] asked = [];
        var last = new Repeat((filters, _) =>
        {
            asked = filters;
            return Of(2);
        }, view, _ => { }, KnownRows.All()).Confirm(judge, first, 5);
        Assert.Contains(Getpid, asked);
        Assert.All(asked, name => Assert.Contains(name, KnownRows.All()));
        Assert.Contains(last.Notes,
            note => note.Contains("this build has no such benchmark", StringComparison.Ordinal)
                && note.Contains("-f", StringComparison.Ordinal));
        Assert.Contains("-f", last.Suspicious);
    }

    /// <summary>What is a wildcard to BenchmarkDotNet's filter in a name would select other rows too.</summary>
    [Fact]
    public void NoBenchmarkOfTheSuiteHasANameThatIsAPattern()
    {
        Assert.Contains(Getpid, KnownRows.All());
        Assert.DoesNotContain(KnownRows.All(), name => name.AsSpan().ContainsAny("*?") || name[0] is '-' or '@');
    }

    [Theory]
    [InlineData("--cli")]
    [InlineData("@options")]
    [InlineData("-f")]
    [InlineData("")]
    public void NoCopyIsLaunchedWithAFilterThatItWouldTakeForAnOption(string filter)
    {
        using var copy = new SuiteCopy(AppContext.BaseDirectory, []);
        var error =
            Assert.Throws<LaunchException>(() => copy.Launch(["*.FunctionCall.Static", filter], TestContext.Current.CancellationToken));
        Assert.Contains("can't be a filter", error.Message);
    }
}
