using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bench.Results.Show.Table;

namespace Bench.Tests.Reporting;

/// <summary>
/// Every output of fixed runs against the files in golden. BENCH_GOLDEN=write renews them; look at the difference before it is committed.
/// </summary>
[Collection(FixedRuns.Name)]
public partial class OutputTests
{
    private const string Renew = "BENCH_GOLDEN";

    public static TheoryData<string> Runs => [.. All.Keys];

    private static Dictionary<string, Func<FixedRun>> All { get; } = new()
    {
        ["PageFault"] = () => new FixedRun(typeof(Bench.Workloads.PageFault),
            ("(Mechanism: ZeroingFloor, Pages: 1, Order: sequential)", 100), ("(Mechanism: Demand, Pages: 1, Order: sequential)", 2000),
            ("(Mechanism: Demand, Pages: 1, Order: random)", 3000), ("(Mechanism: Populate, Pages: 16, Order: sequential)", 800),
            ("(Mechanism: Populate, Pages: 16, Order: random)", 6000)),
        ["Syscall"] = () => new FixedRun(typeof(Bench.Workloads.Syscall), (".FunctionCall", 1.5), (".Getpid", 120), (".Getppid", 165)),
        ["Scaling"] = () => new FixedRun(typeof(Bench.Workloads.Scaling),
            ("(Mechanism: Demand, As: Threads, Memory: Private, Workers: 1)", 2000),
            ("(Mechanism: Demand, As: Threads, Memory: Private, Workers: 2)", 1250)),
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void EachOutputIsWhatItWas(string name)
    {
        using var run = All[name]();
        foreach (var (output, text) in run.Outputs)
        {
            string file = Path.Combine(Folder(), $"{name}.{output}");
            string now = (output == "json" ? Sorted(text) : Comparable(text)).ReplaceLineEndings("\n");
            if (Environment.GetEnvironmentVariable(Renew) == "write")
                File.WriteAllText(file, now);
            Assert.True(File.Exists(file), $"{file} is missing: {Renew}=write makes it");
            Assert.Equal(File.ReadAllText(file), now);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void AColumnOfOneNameHasOneCellInEveryOutput(string name)
    {
        using var run = All[name]();
        var outputs = run.Outputs;
        var page = Cells(Html(outputs["page.html"]));
        foreach (var (output, rows) in new[]
        {
            ("terminal.txt", Pipes(outputs["terminal.txt"])), ("md", Pipes(outputs["md"])), ("html", Html(outputs["html"])),
            ("csv", Commas(outputs["csv"])), ("stopped.md", Pipes(outputs["stopped.md"])), ("stopped.csv", Commas(outputs["stopped.csv"])),
        })
        {
            var cells = Cells(rows);
            Assert.Equal(run.Summary.Reports.Length, cells.Select(cell => cell.Key.Row).Distinct().Count());
            Assert.Contains(cells.Keys, key => key.Heading == "Centre ns");
            Assert.All(cells, cell => Assert.Equal((output, cell.Key, page[cell.Key]), (output, cell.Key, cell.Value)));
        }
    }

    [Theory]
    [InlineData("PageFault", "x floor", "1.0", "20.0", "30.0", "8.0", "60.0")]
    [InlineData("PageFault", "vs Demand", "", "1.00x", "1.00x", "2.50x", "0.50x")]
    [InlineData("PageFault", "Centre ns", "100.0", "2,000", "3,000", "800.0", "6,000")]
    [InlineData("PageFault", "ns/fault", "100.0", "2,000", "3,000", "12,800", "96,000")]
    [InlineData("Scaling", "efficiency", "1.00", "0.80")]
    [InlineData("Scaling", "pages/s", "500,000", "800,000")]
    [InlineData("Syscall", "x call", "1.00", "80.00", "110")]
    public void ARatioIsTheQuotientOfTwoCentresOfItsTable(string name, string heading, params string[] expected)
    {
        using var run = All[name]();
        foreach (string[][]? table in new[] { Pipes(run.Outputs["terminal.txt"]), Html(run.Outputs["page.html"]) })
        {
            int column = Array.IndexOf(table[0], heading);
            Assert.Equal(expected.Order(StringComparer.Ordinal), table.Skip(1).Select(row => row[column]).Order(StringComparer.Ordinal));
        }
    }

    // A row by all that isn't a column of results: its title or its parameters.
    private static Dictionary<(string Row, string Heading), string> Cells(IReadOnlyList<string[]> table)
    {
        HashSet<string> shared = [.. Column.All.Select(column => column.Heading("ns"))];
        string[] names = ["Mechanism", "Pages", "Order", "As", "Memory", "Workers"];
        string Row(string[] row) => string.Join('/', table[0].Any(names.Contains)
            ? names.Select(name => Array.IndexOf(table[0], name)).Where(at => at >= 0).Select(at => row[at])
            : [row[Math.Max(Array.IndexOf(table[0], "Method"), Array.IndexOf(table[0], "Benchmark"))].Trim('\'')]);
        return table.Skip(1).Where(row => row.Length == table[0].Length)
            .SelectMany(
                row => table[0].Index().Where(heading => shared.Contains(heading.Item))
                    .Select(heading => (Key: (Row(row), heading.Item), Text: row[heading.Index])))
            .ToDictionary(cell => cell.Key, cell => cell.Text);
    }

    private static string[][] Pipes(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith('|') && !Ruler().IsMatch(line))
            .Select(line => line.Trim().Trim('|').Split('|').Select(Plain).ToArray())];

    private static string[][] Html(string text) =>
        [.. TableRow().Matches(HtmlTable().Match(text).Value).Select(row => HtmlCell().Matches(row.Value)
        .Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value).Trim()).ToArray())];

    private static string[][] Commas(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => CsvCell().Matches(line.Trim()).Select(cell => cell.Groups[1].Value.Trim('"')).ToArray())
        .Where(row => row[^1].Length == 0 || !row[^1].Contains("needs", StringComparison.Ordinal))];

    private static string Plain(string cell) =>
        WebUtility.HtmlDecode(Regex.Replace(cell.Trim(), @"^\*\*(.*)\*\*$", "$1").Replace("\\", "", StringComparison.Ordinal).Trim());

    // BenchmarkDotNet writes members in any order.
    private static string Sorted(string json)
    {
        var report = JsonNode.Parse(json)!.AsObject();
        report.Remove("HostEnvironmentInfo");
        return Sorted(report)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    // Style and script are the page's own business, figures have files of their own, and the job's columns say something else on each
    // machine.
    private static string Comparable(string text) => StyleOrScript().Replace(JobColumns().Replace(text, "$1,"), "");

    private static string Folder() => Path.Combine(Suite.Executable.RepositoryRoot(), "tests", "reporting", "golden");

    [GeneratedRegex(@"^\|[-:| ]+$")]
    private static partial Regex Ruler();

    [GeneratedRegex("<table[^>]*>(?:(?!</table>).)*Centre ns.*?</table>", RegexOptions.Singleline)]
    private static partial Regex HtmlTable();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex TableRow();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex HtmlCell();

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex CsvCell();

    [GeneratedRegex("<(style|script|svg)\\b.*?</\\1>|<meta http-equiv[^>]*>", RegexOptions.Singleline)]
    private static partial Regex StyleOrScript();

    [GeneratedRegex("^([^,\\n]*),(?:[^,\\n]*,){43}", RegexOptions.Multiline)]
    private static partial Regex JobColumns();
}
