using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;
using CsCheck;

namespace Bench.Tests.Results.JUnit;

/// <summary>
/// JUnit XML against the schema of Jenkins' xUnit plugin (github.com/jenkinsci/xunit-plugin, types/model/xsd/junit-10.xsd at 031e285, MIT).
/// </summary>
public class JUnitTests
{
    private static readonly XmlSchemaSet Schema = Read();

    private static readonly double[] Slow = [200, 201, 202, 203, 204], Usual = [100, 101, 102, 103, 104];

    private static readonly double[] Few = [100];

    [Fact]
    public void ARowIsATest()
    {
        var judgement = Judge(
            Sample.Run(("A", Usual), ("B", Usual), ("C", Usual), ("Gone", Usual)),
            Sample.Run(("A", Usual), ("B", Slow), ("C", [100]), ("New", Usual)));
        var tests = Valid(judgement).Descendants("testcase").ToDictionary(test => (string)test.Attribute("name")!);

        Assert.All(tests.Values, test => Assert.Equal("Bench.Workloads.Syscall", (string)test.Attribute("classname")!));
        Assert.Equal(["system-out"], Parts(tests["A"]));
        Assert.StartsWith("same: 1.000x", tests["A"].Value, StringComparison.Ordinal);
        Assert.Equal(["failure", "system-out"], Parts(tests["B"]));
        Assert.Contains("102.0 → 202.0 ns, 5+5 launches", Message(tests["B"]), StringComparison.Ordinal);
        Assert.Equal(["skipped", "system-out"], Parts(tests["C"]));
        Assert.StartsWith("5+1 launches are too few", Message(tests["C"]), StringComparison.Ordinal);
        Assert.Equal(["error"], Parts(tests["Gone"]));
        Assert.Equal(["skipped"], Parts(tests["New"]));
    }

    [Fact]
    public void ItsNumbersAreThoseOfItsTests()
    {
        var root = Valid(Judge(Sample.Run(("A", Usual), ("B", Usual)), Sample.Run(("A", Slow), ("C", Usual))));
        Assert.Equal(["3", "1", "1"], new[] { "tests", "failures", "errors" }.Select(name => (string)root.Attribute(name)!));
        Assert.Equal("1", (string)Assert.Single(root.Elements()).Attribute("skipped")!);
    }

    [Fact]
    public void WhatMakesRunsIncomparableIsAnErrorUnlessItIsAllowed()
    {
        var judgement = Judge(Under("6.18"), Under("6.19"));
        Assert.Equal(["error"], Parts(Environment(Valid(judgement))));
        Assert.Equal("Kernel: 6.18 → 6.19 (not comparable)", Message(Environment(Valid(judgement))));
        Assert.Equal(["skipped"], Parts(Environment(Valid(judgement, allowEnvironmentChange: true))));
    }

    [Fact]
    public void NothingInBothRunsIsNoPass() => Assert.Equal("no benchmark is in both runs",
        Message(Valid(Judge(Sample.Run(("A", Usual)), Sample.Run(("B", Usual))), allowMissing: true).Descendants("testcase").Last()));

    [Fact]
    public void AFailureOrAnErrorIsThereExactlyWhereTheStatusSaysSo() => Gen
        .Select(Gen.OneOf(Gen.Const(Usual), Gen.Const(Slow), Gen.Const(Few)).Array[1, 4], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool)
        .Sample((rows, another, missing, allowEnvironment, allowMissing) =>
        {
            BenchmarkRow[] gone = missing ? [Sample.Row("Gone", Usual)] : [];
            var old = Under("6.18") with { Rows = [.. rows.Select((_, i) => Sample.Row($"R{i}", Usual)), .. gone] };
            var current = Under(another ? "6.19" : "6.18") with { Rows = [.. rows.Select((row, i) => Sample.Row($"R{i}", row))] };
            var judgement = Judge(old, current);
            var root = Valid(judgement, allowEnvironment, allowMissing);
            bool fails = judgement.Exit(allowEnvironment, allowMissing) is ExitCode.Regression or ExitCode.NotComparable;
            Assert.Equal(fails, root.Descendants().Any(part => part.Name.LocalName is "failure" or "error"));
        }, iter: 100);

    [Fact]
    public void AnyTextIsText() => Gen.String.Sample(text =>
    {
        Mark[] marks = [new Mark("m", text)];
        var hostile = Sample.Row("A", Usual) with { FullName = text, Type = text, Method = text, Title = text, Marks = marks };
        Valid(Judge(Sample.Run() with { Rows = [hostile] }, Sample.Run() with { Rows = [hostile] }));
    }, iter: 200);

    private static Run Under(string kernel) =>
        Sample.Run(("A", Usual)) with { Environment = [new EnvironmentFact("kernel", "Kernel", kernel, true)] };

    private static Judgement Judge(Run old, Run current) => new RegressionJudge(0.05).Decide(Pairing.Of(old, current));

    private static XElement Environment(XElement root) =>
        root.Descendants("testcase").Single(test => (string)test.Attribute("classname")! == "environment");

    private static string[] Parts(XElement test) => [.. test.Elements().Select(part => part.Name.LocalName)];

    private static string Message(XElement test) => (string)test.Elements().First().Attribute("message")!;

    private static XElement Valid(Judgement judgement, bool allowEnvironmentChange = false, bool allowMissing = false)
    {
        var document = XDocument.Parse(new JUnitComparison(allowEnvironmentChange, allowMissing).Write(judgement));
        document.Validate(Schema, (_, fault) => Assert.Fail(fault.Message));
        return document.Root!;
    }

    private static XmlSchemaSet Read()
    {
        XmlSchemaSet schemas = new();
        using var reader = XmlReader.Create(Path.Combine(Suite.Executable.RepositoryRoot(), "tests", "results", "junit", "junit-10.xsd"));
        schemas.Add(null, reader);
        return schemas;
    }
}
