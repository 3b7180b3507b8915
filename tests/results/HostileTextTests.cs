using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bench.Doctor;
using Bench.Machine;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Show;
using Bench.Tests.Suite;

namespace Bench.Tests.Results;

/// <summary>A report whose every text is an attack, through every verb that reads reports and every form it writes.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "a|b", "two\nlines", "\u001b]0;title\a\u001b[2J\u001b[31mred", "exe.\u202egpj", "\u009b31m",
        "\u2028\u2029", "\ufeff\u200b", "\" onmouseover=\"alert(1)",
        "</style></title></svg><img src=x onerror=alert(1)>", "](javascript:alert(1))", "![x](http://example.invalid/x)", "`code`",
        "**bold**", "=cmd|' /C calc'!A0", "--cli", "&lt;b&gt;", "\\|", "https://example.invalid/",
    ];

    private readonly TemporaryFolder folder = new();

    public HostileTextTests() => Write("a", 1);

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Commands => new(
        "compare a-report-full.json b-report-full.json",
        "compare a-report-full.json b-report-full.json --format html",
        "compare a-report-full.json b-report-full.json --format json",
        "compare a-report-full.json b-report-full.json --format github-action-benchmark",
        "compare a-report-full.json b-report-full.json --format bencher",
        "compare a-report-full.json b-report-full.json a-report-full.json",
        "compare a-report-full.json b-report-full.json a-report-full.json --format html",
        "compare a-report-full.json b-report-full.json a-report-full.json --format json",
        "gate --baseline a-report-full.json b-report-full.json --allow-environment-change",
        "repeatability a-report-full.json b-report-full.json",
        "advise a-report-full.json --elsewhere",
        "advise a-report-full.json --elsewhere --format json",
        "report a-report-full.json b-report-full.json -o /dev/stdout --note \u001b[2J<b>",
        "baseline save a-report-full.json -o /dev/stdout",
        "compare a-report-full.json no\u001b[2J\u202esuch",
        "compare broken-report-full.json a-report-full.json",
        "\u001b[2J\u202eno-such-verb",
        "compare \u001b[2J\u202e --no-such-option\nof-two-lines",
        "--filter \u001b[2J\u202e",
        "--no-such-option\u001b[2J\u202e");

    [Theory]
    [MemberData(nameof(Commands))]
    public void NoTextOfAReportIsMoreThanText(string command)
    {
        Write("b", 2);
        var broken = Sample.Whole();
        foreach (var row in broken["Benchmarks"]!.AsArray())
            row!["FullName"] = string.Concat(Attacks);
        folder.Write("broken-report-full.json", broken.ToJsonString());
        var run = Executable.RunCommand("dotnet", [Executable.Dll, .. command.Split(' ')], folder.Path);
        Assert.NotEqual(ExitCode.Unexpected, run.ExitCode);
        Assert.NotEmpty(run.Output + run.Errors);
        foreach (string? text in new[] { run.Output, run.Errors })
            Assert.DoesNotContain(text,
                c => c != '\n'
                    && char.GetUnicodeCategory(c)
                        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                            or UnicodeCategory.ParagraphSeparator);
        Assert.All(run.Errors.Split('\n'),
            line => Assert.True(
                line.Length == 0 || line.StartsWith("error: ", StringComparison.Ordinal)
                    || line.Contains("suspicious", StringComparison.Ordinal), line));
        if (run.Output.StartsWith('<'))
            IsOurPage(run.Output);
        else if (run.Output.StartsWith('{') || run.Output.StartsWith('['))
            JsonSaysTheNames(run.Output);
        else
            IsOurMarkdown(run.Output);
    }

    [Fact]
    public void NotEvenTheMachineGivesTheDoctorMoreThanText()
    {
        var output = new StringWriter();
        new DoctorText(output)
            .Write(
                new DoctorReport(1, [],
                    [.. Attacks.Select(
                        (attack, i) => new EnvironmentFact($"key{i}", attack[..Math.Min(20, attack.Length)], attack, true))]));
        Assert.Equal(Printable.Text(output.ToString()), output.ToString());
        Assert.DoesNotContain('\u001b', output.ToString());
        Assert.Contains("[31mred", output.ToString());
    }

    private static void IsOurPage(string page)
    {
        page = page[..(page.LastIndexOf("</html>", StringComparison.Ordinal) + "</html>".Length)];
        string[] ours = ["html", "head", "meta", "link", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "a", "div",
            "table", "thead", "tbody", "tr", "th", "td", "section", "figure", "figcaption",
            "svg", "line", "text", "g", "rect", "circle", "polyline", "span", "details", "summary", "pre", "script"];
        Assert.All(Tag().Matches(page).Select(tag => tag.Groups[1].Value).Distinct(), name => Assert.Contains(name, ours));
        Assert.Single(Regex.Matches(page, "<script"));
        Assert.DoesNotContain(Tag().Matches(page),
            tag => Regex.IsMatch(Regex.Replace(tag.Value, "\"[^\"]*\"", "\"\""), @"\son\w+\s*=|javascript:"));
        Assert.Contains("&lt;script&gt;alert(1)", page);
    }

    private static void JsonSaysTheNames(string json)
    {
        json = json[..(json.LastIndexOfAny(['}', ']']) + 1)];
        List<string> texts = [];
        void Collect(JsonNode? node)
        {
            if (node is JsonObject members)
                foreach (var (name, value) in members)
                {
                    texts.Add(name);
                    Collect(value);
                }
            else if (node is JsonArray items)
                foreach (var item in items)
                    Collect(item);
            else if (node is JsonValue value && value.TryGetValue(out string? text))
                texts.Add(text);
        }

        Collect(JsonNode.Parse(json));
        if (texts.Contains("Recommended"))
            return;
        foreach (string attack in Attacks)
            Assert.Contains(texts, text => text.Contains(attack, StringComparison.Ordinal));
    }

    private static void IsOurMarkdown(string text)
    {
        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain("](", Bare(text));
        Assert.DoesNotContain('`', Bare(text));
        int columns = 0;
        foreach (string line in text.Split('\n'))
        {
            int pipes = Bare(line).Count(c => c == '|');
            Assert.True(columns == 0 || pipes == 0 || pipes == columns, line);
            Assert.True(pipes == 0 || line.StartsWith('|'), line);
            columns = pipes;
        }
    }

    private void Write(string name, int seed)
    {
        var report = Sample.Whole(seed, kernel: seed == 1 ? string.Concat(Attacks) : "6.18");
        var rows = report["Benchmarks"]!.AsArray();
        for (int i = 0; i < Attacks.Length; i++)
        {
            var row = rows[i]!;
            string kept = (string)row["Parameters"]!;
            row["FullName"] = $"{Attacks[i]} {i}";
            row["MethodTitle"] = Attacks[i];
            row["Type"] = i < 5 ? Attacks[i] : (string)row["Type"]!;
            row["Method"] = i < 5 ? Attacks[i] : (string)row["Method"]!;
            row["Parameters"] = kept.Length == 0 ? "" : $"{kept}&Order{i}={Attacks[i].Replace('&', '+').Replace('=', '-')}";
            row["Bench"] = new JsonObject
            {
                ["Marks"] = new JsonArray(new JsonObject { ["Id"] = Attacks[i], ["Text"] = Attacks[i], ["Meaning"] = Attacks[i] })
            };
        }

        var facts = report["Bench"]!["Environment"]!.AsArray();
        var leftOut = report["Bench"]!["LeftOut"]!.AsArray();
        foreach (var (attack, i) in Attacks.Select((attack, i) => (attack, i)))
        {
            facts.Add(new JsonObject { ["Key"] = $"{attack}{i}", ["Label"] = attack, ["Value"] = $"{attack}{seed}", ["Matters"] = false });
            leftOut.Add(new JsonObject { ["Benchmark"] = attack, ["Reason"] = attack });
        }

        report["HostEnvironmentInfo"]!["ProcessorName"] = string.Concat(Attacks);
        folder.Write($"{name}-report-full.json", report.ToJsonString());
    }

    private static string Bare(string escaped) => Regex.Replace(escaped, @"\\[!-/:-@\[-`{-~]", "");

    [GeneratedRegex("</?([A-Za-z][A-Za-z0-9]*)[^>]*>")]
    private static partial Regex Tag();
}
