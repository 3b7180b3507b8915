using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Bench.Results.Data;
using Bench.Results.Show.Figures;
using Bench.Tests.Suite;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>The figures as files. BENCH_GOLDEN=write writes the golden ones anew: look at them before they are committed.</summary>
public class FigureFileTests(Browser browser)
{
    private const int MostBytes = 1_500_000;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Files =>
        ["figure1-calls", "figure2-pages", "figure3-batches", "figure4-break-even", "figure5-first-touch"];

    // The usual run, with rows that were taken apart.
    private static Run Looked
    {
        get
        {
            var report = Sample.Whole();
            foreach (var (parameters, times) in new[]
            {
                ("Mechanism=Demand&Pages=1", TouchPartsSample.Shadowed), ("Mechanism=LargeFolio&Pages=512", TouchPartsSample.Huge),
            })
            {
                double? Made(string step, int round) => TouchPartsSample.Time(times, step) * (1 + round % 2 * 0.1);
                report["Benchmarks"]!.AsArray().Add(TouchPartsSample.Row(parameters, launches: 1, rounds: 4, Made));
            }
            return Sample.Read(report);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void AFixedRunHasTheFigureThatWasLookedAt(string file)
    {
        string drawn = Drawn(Looked)[file];
        string golden = Path.Combine(Executable.RepositoryRoot(), "tests", "results", "golden", file + ".svg");
        if (Environment.GetEnvironmentVariable("BENCH_GOLDEN") == "write")
            File.WriteAllText(golden, drawn);
        Assert.Equal(File.ReadAllText(golden), drawn);
        IsSound(drawn);
    }

    [Theory, MemberData(nameof(Files))]
    public void ItStandsByItself(string file)
    {
        var svg = XElement.Parse(Drawn(Looked)[file]);
        Assert.NotEmpty(svg.Element(Svg + "title")!.Value);
        Assert.NotEmpty(svg.Element(Svg + "desc")!.Value);
        Assert.Equal($"0 0 {svg.Attribute("width")!.Value} {svg.Attribute("height")!.Value}", svg.Attribute("viewBox")!.Value);
        string style = svg.Element(Svg + "style")!.Value;
        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
        // Every colour and class it names is in it.
        Assert.All(Variables(svg), name => Assert.Contains($"--{name}:", style, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(640, false)]
    [InlineData(640, true)]
    [InlineData(1000, false)]
    [InlineData(1000, true)]
    public async Task NoLabelIsCutOrLiesOnAnother(int width, bool dark)
    {
        Browser.SkipUnlessInstalled();
        foreach (var (file, drawn) in Drawn(Looked))
        {
            await using var page =
                await browser.Open($"<!DOCTYPE html><html><body style=\"margin:0\">{WithoutSize(drawn)}</body></html>", width, dark,
                    TestContext.Current.CancellationToken);
            Assert.Equal($"{file}: ", $"{file}: " + (string?)await page.Evaluate("""
                (() => {
                  const all = [...document.querySelectorAll('svg text')].map(t => ({ r: t.getBoundingClientRect(), s: t.textContent }));
                  const frame = document.querySelector('svg').getBoundingClientRect();
                  const bad = r => r.left < 0 || r.right > frame.right || r.bottom > frame.bottom || r.height < 11;
                  const over = (a, b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
                  return all.filter(t => bad(t.r)).map(t => 'cut or small: ' + t.s)
                    .concat(all.flatMap((a, i) => all.slice(i + 1).filter(b => over(a.r, b.r)).map(b => a.s + ' on ' + b.s))).join('; ');
                })()
                """, TestContext.Current.CancellationToken));
            Assert.Equal(dark ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)",
                (string?)await page.Evaluate("getComputedStyle(document.querySelector('.paper')).fill",
                    TestContext.Current.CancellationToken));
        }
    }

    public static TheoryData<string> Names =>
    [
        "", " ", "</text></svg><script>alert(1)</script>", "\"' onload='alert(1)", "]]>&amp;&lt;",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "&x;",
        "\u202eexe.\u2066fdp", "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f9ea", "\ud83d", "\ufffe\uffff\u0000\u0001\u001b[2J",
        "e" + new string('\u0301', 1500), new string('W', 1500), string.Concat(Enumerable.Repeat("\U0001f9ea", 700)), "日本語の名前",
    ];

    [Theory, MemberData(nameof(Names))]
    public void AnyNameIsText(string name)
    {
        // Parameters can't hold what separates them.
        string value = name.Replace('&', '+').Replace('=', '-');
        List<JsonObject> rows = [Named(Sample.Benchmark("Syscall", "Getpid", "", [1.0, 1.1], [1.2, 1.1]), name)];
        foreach (int pages in new[] { 1, 4, 16 })
        {
            rows.Add(Sample.Benchmark("PageFault", "Touch", $"Mechanism=M{value}&Pages={pages}&Order=o{value}", [1.0, 1.1]));
            rows.Add(Sample.Benchmark("Batching", "Run", $"How=h{value}&Size={pages}", [1.0, 1.1]));
        }

        var drawn = Drawn(Sample.Read(Sample.Report(rows)));
        Assert.Equal(["figure1-calls", "figure2-pages", "figure3-batches"], drawn.Keys.Order(StringComparer.Ordinal));
        Assert.All(drawn.Values, IsSound);
    }

    [Fact]
    public void ThousandsOfRowsMakeNoEndlessFigureAndItSaysSo()
    {
        var rows = Enumerable.Range(0, 3000).SelectMany(i => new[]
        {
            Sample.Benchmark("Syscall", $"M{i}", "", [100.0 + i, 101 + i]),
            Sample.Benchmark("PageFault", "Touch", $"Mechanism=M{i % 50}&Pages={1 + i / 50}&Order=random", [100.0 + i, 101 + i]),
        });
        var drawn = Drawn(Sample.Read(Sample.Report(rows)));
        Assert.All(drawn.Values, IsSound);
        Assert.Contains("2940 other calls", drawn["figure1-calls"], StringComparison.Ordinal);
        Assert.Contains("other points", drawn["figure2-pages"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void OnePointIsAFigureToo(double time)
    {
        var drawn = Drawn(Sample.Read(Sample.Report(
            Sample.Benchmark("Syscall", "Getpid", "", [time]),
            Sample.Benchmark("PageFault", "Touch", "Mechanism=Demand&Pages=2147483647&Order=random", [time]),
            Sample.Benchmark("Batching", "Run", "How=read&Size=1", [time, 1000 * time]))));
        Assert.Equal(3, drawn.Count);
        Assert.All(drawn.Values, IsSound);
    }

    [Fact]
    public void ARunOfOtherRowsHasNoFigures() => Assert.Empty(Drawn(Sample.Read(Sample.Report(Sample.Benchmark("Other", "M", "", [1.0])))));

    /// <summary>Whatever was measured: nothing outside, no coordinate that is no number.</summary>
    [Fact]
    public void EverythingLiesInside()
    {
        for (int seed = 0; seed < 60; seed++)
            Assert.All(Drawn(new Extremes(new Random(seed)).Run()).Values, IsSound);
    }

    // The second is all but a power of ten, where rounding shows.
    private static readonly Gen<double> Decade =
        Gen.OneOf(Gen.Double[-12, 17], Gen.Select(Gen.Int[-12, 17], Gen.Double[-1e-8, 1e-8], (power, off) => power + off));

    [Fact]
    public void TicksGrowAndLieInsideAndAllValuesToo() =>
        Gen.Select(Decade, Gen.Double[0, 12], Gen.Double[100, 1000], Gen.Double[10, 80]).Sample((low, span, length, room) =>
        {
            double least = Math.Pow(10, low), most = Math.Pow(10, low + span);
            foreach (var axis in new[] { Axis.Decades(least, most, 0, length, room), Axis.Values(least, most, length, 0, room) })
            {
                Assert.NotEmpty(axis.Ticks);
                Assert.Equal(axis.Ticks.Distinct().Order(), axis.Ticks);
                Assert.All(axis.Ticks, tick => Assert.InRange(tick, axis.Low * (1 - 1e-9), axis.High * (1 + 1e-9)));
                Assert.True(axis.Low <= least * (1 + 1e-9) && most <= axis.High * (1 + 1e-9),
                    $"{least} to {most} in {axis.Low} to {axis.High}");
                Assert.True(
                    !axis.IsLog
                        || axis.Ticks.Zip(axis.Ticks.Skip(1)).All(t => Math.Abs(axis.At(t.Second) - axis.At(t.First)) >= room * (1 - 1e-6)),
                        "labels lie on each other");
            }
        });

    [Fact]
    public void ADoublingIsATickWhereverItHasRoom() => Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[0, 31]).Sample((low, doublings) =>
    {
        int high = (int)Math.Min(int.MaxValue, (double)low * Math.Pow(2, doublings));
        var axis = Axis.Doublings(low, high, 50, 750, 40);
        Assert.NotEmpty(axis.Ticks);
        Assert.All(axis.Ticks, tick => Assert.Equal(Math.Floor(Math.Log2(tick)), Math.Log2(tick)));
        Assert.All(new double[] { low, high }.Concat(axis.Ticks), n => Assert.InRange(n, axis.Low, axis.High));
    });

    private static Dictionary<string, string> Drawn(Run run) => Figure.AllOf(run).ToDictionary(figure => figure.File, FigureFile.Write);

    private static JsonObject Named(JsonObject row, string title)
    {
        row["MethodTitle"] = title.Length > 0 ? title : "x";
        return row;
    }

    private static void IsSound(string drawn)
    {
        Assert.True(Encoding.UTF8.GetByteCount(drawn) < MostBytes, $"{drawn.Length} characters");
        using var reader = XmlReader.Create(new StringReader(drawn),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        var svg = XElement.Load(reader);
        string[] ours = ["svg", "title", "desc", "style", "rect", "g", "line", "circle", "polyline", "text"];
        Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, ours));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(),
            a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName is "href" or "src" or "style");
        Assert.DoesNotContain("url(", svg.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", svg.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        double width = Number(svg.Attribute("width")!.Value), height = Number(svg.Attribute("height")!.Value);
        foreach (var attribute in svg.Descendants().Attributes())
            if (attribute.Name.LocalName is "x" or "x1" or "x2" or "cx" or "width")
                Assert.InRange(Number(attribute.Value), 0, width);
            else if (attribute.Name.LocalName is "y" or "y1" or "y2" or "cy" or "height")
                Assert.InRange(Number(attribute.Value), 0, height);
            else if (attribute.Name.LocalName is "points")
                Assert.All(attribute.Value.Split(' ', ','), value => Assert.InRange(Number(value), 0, Math.Max(width, height)));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Variables(XElement svg) => svg.Descendants().Attributes()
        .Where(a => a.Value.StartsWith("var(--", StringComparison.Ordinal)).Select(a => a.Value[6..^1]).Distinct();

    // As <img> on a page: as wide as there is room.
    private static string WithoutSize(string drawn)
    {
        var svg = XElement.Parse(drawn);
        svg.Attribute("width")!.Value = "100%";
        svg.Attribute("height")!.Remove();
        return svg.ToString(SaveOptions.DisableFormatting);
    }
}
