using System.Globalization;
using System.Xml.Linq;
using Bench.Results.Data;
using Bench.Results.Judge;

namespace Bench.Results.Show.Compare;

/// <summary>
/// A comparison as JUnit XML, after the schema of Jenkins' xUnit plugin (junit-10.xsd): a test suite a class, a test a row. A regression is
/// a failure, an inconclusive row is skipped with its reason, and what makes runs no pair to compare is an error.
/// </summary>
/// <param name="allowEnvironmentChange">Whether environments may differ.</param>
/// <param name="allowMissing">Whether rows of the old run may be missing.</param>
public sealed class JUnitComparison(bool allowEnvironmentChange, bool allowMissing)
{
    /// <summary>The whole text.</summary>
    public string Write(Judgement judgement)
    {
        var pairing = judgement.Pairing;
        XElement[] suites =
        [
            .. Suite("environment", [.. pairing.Differences.Where(d => d.Matters)
                .Select(d => Test("environment", d.Label, Difference(ComparisonText.Difference(d))))]),
            .. judgement.Rows.Select(row => (row.Row, Parts: Judged(row, pairing.Head.Unit)))
                .Concat(pairing.Missing.Select(row => (row, Parts: Missing())))
                .Concat(pairing.Added.Select(row => (row, Parts: Skipped("only in the new run: there is nothing to compare it with"))))
                .GroupBy(item => RowText.Class(item.Item1))
                .SelectMany(type => Suite(type.Key, [.. type.Select(item => Test(type.Key, RowText.InClass(item.Item1), item.Parts))])),
            .. judgement.Rows.Count > 0 ? [] : Suite("comparison",
                [Test("comparison", "rows of both runs", Skipped("no benchmark is in both runs"))]),
        ];
        var root = new XElement("testsuites", Attribute("name", "Bench"),
            Count(suites, "tests"), Count(suites, "failures"), Count(suites, "errors"), suites);
        return $"""<?xml version="1.0" encoding="UTF-8"?>{"\n"}{root.ToString().ReplaceLineEndings("\n")}{"\n"}""";
    }

    private static IEnumerable<XElement> Suite(string name, XElement[] tests) => tests.Length == 0 ? [] :
    [
        new XElement("testsuite", Attribute("name", name), Number("tests", tests.Length), Holding(tests, "failures", "failure"),
            Holding(tests, "errors", "error"), Holding(tests, "skipped", "skipped"), tests),
    ];

    private static XElement Test(string type, string name, XElement[] parts) =>
        new("testcase", Attribute("classname", type), Attribute("name", name), parts);

    private static XElement[] Judged(RowJudgement row, string unit)
    {
        string numbers = RowText.Numbers(row, unit);
        var details = new XElement("system-out", string.Join('\n', row.Notes.Concat(row.Row.Marks.Select(mark => mark.Text))
            .Prepend($"{ComparisonText.Word(row.Verdict)}: {numbers}").Select(Printable.Line)));
        return row.Verdict switch
        {
            Verdict.Regression => [Part("failure", "regression", numbers), details],
            Verdict.Inconclusive => [.. Skipped(RowText.WhyInconclusive(row)), details],
            _ => [details],
        };
    }

    private XElement[] Difference(string text) =>
        allowEnvironmentChange ? Skipped($"allowed: {text}") : [Part("error", "not comparable", text)];

    private XElement[] Missing() =>
        allowMissing ? Skipped("only in the old run, which is allowed") : [Part("error", "missing", "only in the old run")];

    private static XElement[] Skipped(string reason) => [new XElement("skipped", Attribute("message", reason))];

    private static XElement Part(string name, string type, string message) =>
        new(name, Attribute("type", type), Attribute("message", message));

    private static XAttribute Holding(XElement[] tests, string name, string part) =>
        Number(name, tests.Count(test => test.Element(part) is not null));

    private static XAttribute Count(XElement[] suites, string name) => Number(name, suites.Sum(suite => (int)suite.Attribute(name)!));

    private static XAttribute Number(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    private static XAttribute Attribute(string name, string text) => new(name, Printable.Line(text));
}
