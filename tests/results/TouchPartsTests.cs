using System.Globalization;
using System.Xml.Linq;
using Bench.Results.Data;
using Bench.Results.Judge.Parts;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Page;
using Bench.Results.Show.Table;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>Where a first touch goes, of steps whose costs are known.</summary>
public class TouchPartsTests
{
    private static readonly (string Step, double Time)[] Shadowed = TouchPartsSample.Shadowed;

    [Fact]
    public void AHostWithShadowPageTablesIsTakenApart()
    {
        var touch = Assert.Single(TouchParts.Of(Run(1, rounds: 4, (step, _) => Time(Shadowed, step))));
        Assert.Equal(Paging.Hypervisor, touch.Paging);
        Assert.Equal(890, Time(touch, "clearing") + Time(touch, "the kernel's other work"), 1e-6);
        Assert.Equal(8000, Time(touch, "the hypervisor's tables"), 1e-6);
        Assert.Equal(6210, Time(touch, "the way in and out"), 1e-6);
        Assert.Equal([7900, 8000], OtherWays(touch, "the hypervisor's tables"));
        Assert.Equal([6370], OtherWays(touch, "the way in and out"));
        Assert.Equal(0, touch.NotExplained, 1e-6);
        // Told by no row that the whole is in, they meet it within 5 %.
        Assert.InRange(touch.Alone!.Value.Value / touch.Whole.Value, 0.95, 1.05);
    }

    [Fact]
    public void ItIsSaidInWords()
    {
        string text = MarkdownResults.Write(Run(1, rounds: 4, (step, _) => Time(Shadowed, step)));
        Assert.Contains("## Where a first touch goes", text, StringComparison.Ordinal);
        Assert.Contains("of 15.1 µs a page, 8.0 are the hypervisor's tables, 6.2 the way in and out, ", text, StringComparison.Ordinal);
        Assert.Contains("0.59 the kernel's other work and 0.30 clearing", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nested paging", text, StringComparison.Ordinal);
    }

    /// <summary>
    /// Noise that whole rounds have in common, and some that they haven't: what is drawn and what isn't explained are all.
    /// </summary>
    [Fact]
    public void PartsAndTheRestAreTheWhole() =>
        Gen.Select(Gen.Double[200, 20_000], Gen.Double[0.1, 1.2], Gen.Double[0, 1], Gen.Int[1, 3], Gen.Int[0, 1000])
            .Sample((whole, populate, first, launches, seed) =>
        {
            var random = new Random(seed);
            double speed = 1;
            double? Made(string step, int _)
            {
                // Whole comes first in a round.
                if (step == StepTimes.Whole)
                    speed = 1 + random.NextDouble();
                double time = step switch
                {
                    StepTimes.Whole => whole,
                    "Populate" => whole * populate,
                    "FirstUse" => whole * first,
                    "PopulateAgain" => whole * populate / 10,
                    StepTimes.Clearing => whole / 10,
                    _ => whole / 3,
                };
                return time * speed * (1 + 0.05 * random.NextDouble());
            }

            var touch = Assert.Single(TouchParts.Of(Run(launches, rounds: 8, Made)));
            Assert.All(touch.Parts, part => Assert.InRange(part.Time.Value, part.Time.Lower, part.Time.Upper));
            Assert.All(touch.Told, part => Assert.True(part.Time.Lower > 0));
            Assert.Equal(touch.Whole.Value, touch.Told.Sum(part => part.Time.Value) + touch.NotExplained, 1e-6 * whole);
        }, iter: 100);

    /// <summary>
    /// A machine that is slow in every other round tells parts as a steady one does: they are differences within a round.
    /// </summary>
    [Fact]
    public void WhatARoundHasInCommonIsInNoInterval()
    {
        double? Slow(string step, int round) => Time(Shadowed, step) + (step is StepTimes.Whole or "Populate" ? 3000 * (round % 2) : 0);
        var touch = Assert.Single(TouchParts.Of(Run(1, rounds: 12, Slow)));
        Assert.InRange(touch.Whole.Upper - touch.Whole.Lower, 1000, 10_000);
        var way = touch.Parts.Single(part => part.Part.Name == "the way in and out").Time;
        Assert.Equal((6210, 0), (Math.Round(way.Value), Math.Round(way.Upper - way.Lower)));
    }

    [Fact]
    public void APartThatNoiseHidesIsNotToldApartAndIsSaidToBe()
    {
        (string, double)[] nested = [(StepTimes.Whole, 2000), ("Populate", 1990), ("PopulateAgain", 0), ("FirstUse", 25), ("NextUse", 28),
            (StepTimes.Clearing, 400)];
        // 10 more than nothing, give or take 100.
        var run = Run(1, rounds: 8, (step, round) => Time(nested, step) + (step == StepTimes.Whole ? 100 - 200 * (round % 2) : 0));
        var touch = Assert.Single(TouchParts.Of(run));
        Assert.Equal(Paging.Processor, touch.Paging);
        Assert.DoesNotContain(touch.Told, part => part.Part.Name == "the way in and out");
        Assert.DoesNotContain(touch.Parts, part => part.Part.Name == "the hypervisor's tables");
        string text = MarkdownResults.Write(run);
        Assert.Contains("not told apart from nothing: the way in and out", text, StringComparison.Ordinal);
        Assert.Contains("no part of the sum", text, StringComparison.Ordinal);
        Assert.Contains("Not told apart from nothing: the way in and out (Demand 1)", ReportPage.Write([run]), StringComparison.Ordinal);
    }

    /// <summary>A step that broke its promise, or that the machine lacks, leaves its own parts out and no others.</summary>
    [Fact]
    public void WhatWasNotTakenIsLeftOut()
    {
        double? Private(string step, int _) => step.StartsWith("Shared", StringComparison.Ordinal) ? null : Time(Shadowed, step);
        var touch = Assert.Single(TouchParts.Of(Run(1, rounds: 4, Private)));
        Assert.Null(touch.Alone);
        Assert.Equal(6210, Time(touch, "the way in and out"), 1e-6);
        Assert.Empty(TouchParts.Of(Sample.Read(Sample.Whole())));
    }

    /// <summary>
    /// A huge page's share of a table's entry is too little to be seen by itself: the machine is of the kind that its other rows show, and
    /// a fault's way in and out is told by a second way in every size.
    /// </summary>
    [Fact]
    public void EverySizeIsTakenApartAsTheMachineIs()
    {
        var run = Sample.Read(Sample.Report(
            TouchPartsSample.Row("Mechanism=Demand&Pages=1", 1, rounds: 4, (step, _) => Time(Shadowed, step)),
            TouchPartsSample.Row("Mechanism=LargeFolio&Pages=512", 1, rounds: 4, (step, _) => Time(TouchPartsSample.Huge, step))));
        var huge = TouchParts.Of(run)[^1];
        Assert.Equal(Paging.Hypervisor, huge.Paging);
        Assert.Equal((16, 12.5), (Time(huge, "the hypervisor's tables"), Time(huge, "the way in and out")));
        Assert.Equal(215 + 16 + 12.5, huge.Alone!.Value.Value, 1e-6);
        Assert.DoesNotContain("nested paging", MarkdownResults.Write(run), StringComparison.Ordinal);
    }

    /// <summary>Clearing by the yardstick is of colder memory than a fault may get: it is no more than what holds it.</summary>
    [Fact]
    public void ClearingIsAtMostWhatThePopulateTakes()
    {
        double? Warm(string step, int _) => step == StepTimes.Clearing ? 1200 : Time(Shadowed, step);
        var touch = Assert.Single(TouchParts.Of(Run(1, rounds: 4, Warm)));
        Assert.Equal(890, Time(touch, "clearing"), 1e-6);
        Assert.DoesNotContain(touch.Told, part => part.Part.Name == "the kernel's other work");
        Assert.Equal(0, touch.NotExplained, 1e-6);
    }

    [Fact]
    public void WhatComesAfterATouchIsShownBesideItAndNoPart()
    {
        var run = Run(1, rounds: 4, (step, _) => Time(Shadowed, step));
        Assert.Equal([("a next use", 31.0), ("a TLB miss alone", 12.0), ("giving the page back", 640.0)],
            Assert.Single(TouchParts.Of(run)).Beside.Select(beside => (beside.Name, beside.Time.Value)));
        Assert.Contains("beside it, giving the page back: 640.0", MarkdownResults.Write(run), StringComparison.Ordinal);
        Assert.Contains("no part of it", ReportPage.Write([run]), StringComparison.Ordinal);
    }

    [Fact]
    public void OneRoundTellsNothingApart() =>
        Assert.Empty(Assert.Single(TouchParts.Of(Run(1, rounds: 1, (step, _) => Time(Shadowed, step)))).Told);

    /// <summary>What is drawn says the same as the parts, and lies end to end from nothing to the whole.</summary>
    [Fact]
    public void TheFigureStacksTheParts()
    {
        var run = Run(1, rounds: 4, (step, _) => Time(Shadowed, step));
        using var folder = new TemporaryFolder();
        string file = Assert.Single(FigureFiles.Write(folder.Path, [run]));
        Assert.Equal("figure5-first-touch.svg", Path.GetFileName(file));
        var points = XElement.Load(file).Descendants().Where(element => (string?)element.Attribute("class") == "point").ToArray();
        var touch = Assert.Single(TouchParts.Of(run));
        Assert.Equal([.. touch.Told.Select(part => part.Part.Name), "whole"],
            points.Select(point => (string)point.Attribute("data-part")!));
        var boxes = points[..^1].Select(point => point.Elements().Last())
            .Select(box => (X: Number(box, "x"), Width: Number(box, "width"), Value: Number(box.Parent!, "data-value"))).ToArray();
        foreach (var (left, right) in boxes.Zip(boxes[1..]))
            Assert.Equal(left.X + left.Width, right.X, 0.05);
        Assert.All(boxes, box => Assert.Equal(box.Value / boxes[0].Value, box.Width / boxes[0].Width, 0.02 * box.Value / boxes[0].Value));
        Assert.Contains("Figure 5: where a first touch goes", ReportPage.Write([run]), StringComparison.Ordinal);
    }

    private static IEnumerable<double> OtherWays(TouchParts touch, string part) =>
        touch.Parts.Single(of => of.Part.Name == part).OtherWays.Select(way => Math.Round(way.Value));

    private static double Number(XElement of, string name) => double.Parse((string)of.Attribute(name)!, CultureInfo.InvariantCulture);

    private static double Time(TouchParts touch, string part) => touch.Parts.Single(of => of.Part.Name == part).Time.Value;

    private static double? Time((string Step, double Time)[] times, string step) => TouchPartsSample.Time(times, step);

    private static Run Run(int launches, int rounds, Func<string, int, double?> made) =>
        Sample.Read(Sample.Report(TouchPartsSample.Row("Mechanism=Demand&Pages=1", launches, rounds, made)));
}
