using System.Xml.Linq;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;
using Bench.Tests.Suite;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>What services show of a verdict: GitHub's annotations, and a comparison that fits into a comment.</summary>
public class VerdictOutputTests : IDisposable
{
    private const int LongestComment = 65_536;

    private static readonly double[] Slow = [200, 201, 202, 203, 204], Usual = [100, 101, 102, 103, 104];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void TheVerdictIsAnnotatedFirst()
    {
        Assert.StartsWith("::notice title=Bench%3A no regression::1 same", Annotations(("A", Usual, Usual)), StringComparison.Ordinal);
        Assert.StartsWith("::warning title=Bench%3A inconclusive::1 ", Annotations(("A", Usual, [100])), StringComparison.Ordinal);
        string[] slower = Annotations(("A", Usual, Usual), ("B", Usual, Slow)).Split('\n');
        Assert.StartsWith("::error title=Bench%3A regression::1 regression", slower[0], StringComparison.Ordinal);
        Assert.StartsWith("::error title=Bench%3A Bench.Workloads.Syscall.B::1.980x", slower[1], StringComparison.Ordinal);
        Assert.Equal("::error title=Bench%3A not comparable::missing in the new run: Bench.Workloads.Syscall.B\n",
            new GitHubAnnotations(false, false).Write(Judge([("A", Usual), ("B", Usual)], [("A", Usual)])));
    }

    [Fact]
    public void AnnotationsAreAtMostTen() =>
        Assert.Equal(10, Annotations([.. Enumerable.Range(0, 40).Select(i => ($"R{i}", Usual, Slow))]).Trim().Split('\n').Length);

    [Fact]
    public void NoTextBecomesACommandOfItsOwn() => Gen.String.Select(text => $"{text}\n::set-env name=A::{text}%0A,:\r").Sample(text =>
    {
        string[] lines = Annotations((text, Usual, Slow)).TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("::error title=Bench%3A ", line, StringComparison.Ordinal));
        Assert.DoesNotContain("%0A", lines[1], StringComparison.Ordinal);
    }, iter: 100);

    [Theory]
    [InlineData(3, 10)]
    [InlineData(5000, 10)]
    [InlineData(300, 4000)]
    public void ACommentHasRoomForTheWorst(int rows, int length)
    {
        string name = new('x', length);
        string text = Comment([.. Enumerable.Range(0, rows).Select(i => ($"R{i}_{name}", Usual, i == rows - 1 ? Slow : Usual))]);
        Assert.InRange(text.Length, 100, LongestComment);
        Assert.Contains("**regression**", text, StringComparison.Ordinal);
        Assert.Equal(rows > 3, text.Contains(" more rows.", StringComparison.Ordinal));
    }

    [Fact]
    public void GateWritesAllThree()
    {
        string old = folder.Write("old.json", Sample.Whole(launches: 5).ToJsonString());
        string[] gate = ["gate", "--baseline", old, old];
        string xml = Path.Combine(folder.Path, "a.xml"), notes = Path.Combine(folder.Path, "notes");
        string comment = Path.Combine(folder.Path, "comment.md"), nowhere = Path.Combine(folder.Path, "nowhere", "a.xml");
        var run = Executable.Run([.. gate, "--format", "comment", "-o", comment, "--junit", xml, "--annotations", notes]);
        Assert.Equal((ExitCode.Ok, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal("testsuites", XDocument.Load(xml).Root!.Name.LocalName);
        Assert.StartsWith("::notice", File.ReadAllText(notes), StringComparison.Ordinal);
        Assert.StartsWith("**", File.ReadAllText(comment), StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadUsage, Executable.Run([.. gate, "--junit", nowhere]).ExitCode);
    }

    private static string Annotations(params (string Name, double[] Old, double[] New)[] rows) =>
        new GitHubAnnotations(false, false).Write(Judge(rows));

    private static string Comment((string Name, double[] Old, double[] New)[] rows) =>
        ComparisonFormat.Named("comment").Write(Judge(rows));

    private static Judgement Judge((string Name, double[] Old, double[] New)[] rows) =>
        Judge([.. rows.Select(row => (row.Name, row.Old))], [.. rows.Select(row => (row.Name, row.New))]);

    private static Judgement Judge((string, double[])[] old, (string, double[])[] current) =>
        new RegressionJudge(0.05).Decide(Pairing.Of(Sample.Run(old), Sample.Run(current)));
}
