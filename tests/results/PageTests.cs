using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Judge.Advice;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Show.Advice;
using Bench.Results.Show.Compare;
using Bench.Results.Show.Page;

namespace Bench.Tests.Results;

/// <summary>The report page in a real browser. BENCH_SCREENSHOTS=DIR keeps the pictures.</summary>
public class PageTests(Browser browser)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task ItRendersWithoutOverflowOrErrors(int width, bool dark)
    {
        await using var page = await Open(ReportPage.Write([Read(1), Read(2)]), width, dark);
        Assert.Equal(width, (int)(await page.Evaluate("document.documentElement.clientWidth", Cancellation))!);
        Assert.Equal(width, (int)(await page.Evaluate("document.documentElement.scrollWidth", Cancellation))!);
        // Text that leaves its figure would be cut off without making the page wider.
        Assert.Equal("", (string?)await page.Evaluate("""
            [...document.querySelectorAll('figure svg')].filter(s => s.getClientRects().length).flatMap(s => {
              const frame = s.getBoundingClientRect();
              return [...s.querySelectorAll('text, circle, rect')].filter(t => {
                const r = t.getBoundingClientRect();
                return r.left < frame.left - 1 || r.right > frame.right + 1 || r.top < frame.top - 1 || r.bottom > frame.bottom + 1;
              }).map(t => t.outerHTML);
            }).join('\n')
            """, Cancellation));
        // Small type shrinks with the figure: it must stay readable.
        Assert.True((double)(await page.Evaluate("""
            Math.min(...[...document.querySelectorAll('figure svg text')].filter(t => t.getClientRects().length)
              .map(t => t.getBoundingClientRect().height))
            """, Cancellation))! >= 11);
        Assert.Equal(dark ? "rgb(13, 17, 23)" : "rgb(255, 255, 255)",
            (string?)await page.Evaluate("getComputedStyle(document.body).backgroundColor", Cancellation));
        if (Environment.GetEnvironmentVariable("BENCH_SCREENSHOTS") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"report-{width}-{(dark ? "dark" : "light")}.png"),
                await page.Screenshot(Cancellation), Cancellation);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public void AMechanismOfOneSizeIsFoundAndTheFloorStaysInsideItsFigure()
    {
        JsonObject Fault(string mechanism, int pages, params double[] launches) =>
            Sample.Benchmark("PageFault", "Touch", $"Mechanism={mechanism}&Pages={pages}&Order=sequential",
                [.. launches.Select(v => (double[])[v, v, v])]);
        string page = ReportPage.Write([Sample.Read(Sample.Report(
            Fault("ZeroingFloor", 1, 66, 66, 66), Fault("Demand", 1, 3400, 2000, 7000), Fault("LargeFolio", 512, 430, 420, 440),
            Fault("Populate", 16, 2000, 2100, 2200), Fault("Populate", 512, 1900, 2000, 2100)))]);
        Assert.Contains("The cheapest page here comes from LargeFolio with 512 pages a fault: 430.0 ns, 87.4 % less.", page);
        var floors = Regex.Matches(page, "class=\"floor\" x1=\"[0-9.]+\" y1=\"([0-9.]+)\"");
        Assert.NotEmpty(floors);
        Assert.All(floors, floor => Assert.InRange(double.Parse(floor.Groups[1].Value, CultureInfo.InvariantCulture), 14, 460 - 46));
    }

    [Fact]
    public async Task FiguresShowWhatTheReportMeasured()
    {
        var report = Sample.Whole(launches: 6);
        await using var page = await Open(ReportPage.Write([Sample.Read(report)]), 1280, dark: false);
        // From the JSON itself, not from our reader: a mistake there must not agree with itself.
        var measured = report["Benchmarks"]!.AsArray().ToDictionary(b => (string)b!["FullName"]!, b => CentreOfMedians(b!));
        foreach (var (figure, types) in new[] { ("figure1", new[] { "FunctionCall", "Syscall" }), ("figure2", ["PageFault"]),
            ("figure3", ["Batching"]) })
        {
            var expected = report["Benchmarks"]!.AsArray()
                .Where(b => types.Contains((string)b!["Type"]!) && !((string)b["Parameters"]!).Contains("ZeroingFloor"))
                .Select(b => (string)b!["FullName"]!).Order(StringComparer.Ordinal);
            var points = (await Points(page, figure)).ToArray();
            Assert.Equal(expected, points.Select(p => p.Name).Order(StringComparer.Ordinal));
            foreach (var point in points)
            {
                Assert.Equal(measured[point.Name], point.Value, 1e-9 * point.Value);
                // Where it is drawn says the same as what it says: read back off the axis to a pixel.
                Assert.Equal(measured[point.Name], point.Drawn, 0.02 * Math.Max(point.Value, 300));
            }
        }

        double floor =
            (double)(await page.Evaluate("Number(document.querySelector('.figure2 svg.wide .floor').dataset.floor)", Cancellation))!;
        Assert.Equal(measured.Single(m => m.Key.Contains("ZeroingFloor")).Value, floor, 1e-9 * floor);
    }

    [Fact]
    public async Task TheAnswerIsTheFirstParagraphAndFigure4ShowsWhereItTurns()
    {
        var run = Read(1);
        await using var page = await Open(ReportPage.Write([run]), 390, dark: false);
        var advice = Adviser.Answer([MetricSet.Of(run).SeeEachByItsOwn(run)], Question.Usual);
        Assert.StartsWith(AdviceText.Answer(advice),
            (string?)await page.Evaluate("document.querySelector('main p').textContent", Cancellation));
        var expected = advice.Predictions.Where(p => p.BreakEven is { Density: > 0 and <= 1 })
            .ToDictionary(p => p.Offer.Name, p => p.BreakEven!.Density);
        var points =
            (await page.Evaluate(
                "[...document.querySelectorAll('.figure4 svg.wide g.point')].map(p => [p.dataset.name, Number(p.dataset.value)])",
                Cancellation))!.AsArray();
        Assert.NotEmpty(points);
        Assert.All(points, p => Assert.Equal(expected[(string)p![0]!], (double)p[1]!, 1e-9));
        Assert.Equal(390,
            (int)(await page.Evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = true) ?? document.documentElement.scrollWidth",
                Cancellation))!);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task ATableSortsByItsNumbers()
    {
        await using var page = await Open(ReportPage.Write([Read(1)]), 1280, dark: false);
        double[] sorted = (await page.Evaluate("""
            (() => {
              const table = [...document.querySelectorAll('table.sortable')]
                .find(t => t.textContent.includes('Mechanism') && t.textContent.includes('Centre'));
              const column = [...table.tHead.rows[0].cells].findIndex(c => c.textContent.startsWith('Centre'));
              table.tHead.rows[0].cells[column].querySelector('button').click();
              return [...table.tBodies[0].rows].map(r => Number(r.cells[column].dataset.v));
            })()
            """, Cancellation))!.AsArray().Select(v => (double)v!).ToArray();
        Assert.True(sorted.Length > 10);
        Assert.Equal(sorted.Order(), sorted);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task AHostileNameStaysText()
    {
        const string Name = "<script>document.title='owned'</script><img src=x onerror=alert(1)>\"|";
        var report = Sample.Report(Sample.Benchmark("Syscall", Name, "", [1.0, 1.1], [1.2, 1.1]),
            Sample.Benchmark("PageFault", Name, "Mechanism=<b>&Pages=4&Order='", [1.0, 1.1]));
        await using var page = await Open(ReportPage.Write([Sample.Read(report)]), 1280, dark: false);
        Assert.NotEqual("owned", (string?)await page.Evaluate("document.title", Cancellation));
        Assert.Equal(0, (int)(await page.Evaluate("document.querySelectorAll('img, script:not(:last-of-type)').length", Cancellation))!);
        Assert.Contains(Name, (string?)await page.Evaluate("document.body.textContent", Cancellation));
    }

    [Theory]
    [InlineData("<script>window.owned = 1</script>")]
    [InlineData("<img src='x:' onerror='window.owned = 1'>")]
    [InlineData("<a id='a' href='javascript:window.owned = 1'>a</a>")]
    [InlineData("<style>body { --owned: 1 }</style>")]
    [InlineData("<base href='https://example.invalid/'>")]
    public async Task NotEvenMarkupThatGotIntoAPageCouldRun(string markup)
    {
        string html = ReportPage.Write([Read(1)]);
        await using var page = await Open(html.Replace("<main>", "<main>" + markup, StringComparison.Ordinal), 1280, dark: false);
        await page.Evaluate("document.getElementById('a')?.click()", Cancellation);
        Assert.Equal("",
            (string?)await page.Evaluate(
                "(window.owned ?? '') + getComputedStyle(document.body).getPropertyValue('--owned') + "
                    + "(document.baseURI.startsWith('file:') ? '' : document.baseURI)", Cancellation));
        // Its own script and style still do.
        Assert.True(
            (bool)(await page.Evaluate(
                "document.querySelector('th button') !== null && getComputedStyle(document.querySelector('main')).maxWidth === '1000px'",
                Cancellation))!);
    }

    [Fact]
    public async Task AComparisonPageHoldsTogetherToo()
    {
        string html = ComparisonFormat.Named("html").Write(new RegressionJudge(0.05).Decide(Pairing.Of(Read(1), Read(2))));
        await using var page = await Open(html, 390, dark: true);
        Assert.Equal(390, (int)(await page.Evaluate("document.documentElement.scrollWidth", Cancellation))!);
        Assert.Empty(page.Complaints);
    }

    private static Run Read(int seed) => Sample.Read(Sample.Whole(seed));

    private async Task<BrowserPage> Open(string html, int width, bool dark)
    {
        Browser.SkipUnlessInstalled();
        return await browser.Open(html, width, dark, Cancellation);
    }

    private sealed record Point(string Name, double Value, double Drawn);

    private static async Task<IEnumerable<Point>> Points(BrowserPage page, string figure)
    {
        // Figure 1 has a logarithmic horizontal axis, figures 2 and 3 here a linear vertical one; two ticks say which value is where.
        string script = figure == "figure1"
            ? """
              (() => { const svg = document.querySelector('.figure1 svg.wide');
                const ticks = [...svg.querySelectorAll('[data-tick]')].map(t => [Math.log(t.dataset.tick), Number(t.getAttribute('x'))]);
                const [[a, x], [b, y]] = [ticks[0], ticks.at(-1)];
                return [...svg.querySelectorAll('g.point')].map(p => ({ name: p.dataset.name, value: Number(p.dataset.value),
                  drawn: Math.exp(a + (Number(p.querySelector('circle').getAttribute('cx')) - x) * (b - a) / (y - x)) })); })()
              """
            : """
              (() => { const svg = document.querySelector('.FIGURE svg.wide');
                const ticks = [...svg.querySelectorAll('[data-tick][data-at]')].map(t => [Number(t.dataset.tick), Number(t.dataset.at)]);
                const [[a, x], [b, y]] = [ticks[0], ticks.at(-1)];
                return [...svg.querySelectorAll('g.point')].map(p => ({ name: p.dataset.name, value: Number(p.dataset.value),
                  drawn: a + (Number(p.querySelector('.mark').getAttribute('cy')) - x) * (b - a) / (y - x) })); })()
              """;
        return (await page.Evaluate(script.Replace("FIGURE", figure), Cancellation))!.AsArray()
            .Select(p => new Point((string)p!["name"]!, (double)p["value"]!, (double)p["drawn"]!));
    }

    private static double CentreOfMedians(JsonNode benchmark) => HodgesLehmann([.. benchmark["Measurements"]!.AsArray()
        .Where(m => (string)m!["IterationMode"]! == "Workload" && (string)m["IterationStage"]! == "Actual")
        .GroupBy(m => (int)m!["LaunchIndex"]!)
        .Select(g => Median(g.Select(m => (double)m!["Nanoseconds"]! / (long)m["Operations"]!)))]);

    private static double HodgesLehmann(double[] values) =>
        Median(values.Length < 5 ? values : values.SelectMany((x, i) => values.Skip(i).Select(y => (x + y) / 2)));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
