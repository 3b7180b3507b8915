using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Judge.Advice;
using Bench.Results.Show.Advice;

namespace Bench.Tests.Results.Advice;

/// <summary>What a size saves of each part of a first touch, where the parts are known.</summary>
public class SavingTests
{
    private static readonly Question Whole = Question.Usual with { Density = 1 };

    // By hand on a machine with shadow page tables; of 2 MiB the hypervisor fills one entry.
    private static readonly (string Step, double Time)[] Single =
        [(StepTimes.Whole, 15_100), ("Populate", 895), ("FirstUse", 8000), ("NextUse", 31), ("PopulateAgain", 5),
            (StepTimes.Clearing, 300)];

    private static readonly (string Step, double Time)[] Huge =
        [(StepTimes.Whole, 350), ("Populate", 325), ("FirstUse", 16), ("NextUse", 9), ("PopulateAgain", 5),
            (StepTimes.Clearing, 290)];

    // The same sizes where the processor walks the hypervisor's tables itself.
    private static readonly (string Step, double Time)[] SingleNested =
        [(StepTimes.Whole, 2500), ("Populate", 1705), ("FirstUse", 25), ("NextUse", 28), ("PopulateAgain", 5),
            (StepTimes.Clearing, 300)];

    [Fact]
    public void TheSavingIsOfTheHypervisorsTablesAndTheWayInAndOut()
    {
        var saving = Assert.Single(Saving.Of(World(Single, Huge)));
        Assert.Equal("the hypervisor's tables, the way in and out, the kernel's other work, clearing",
            string.Join(", ", saving.Told.OrderByDescending(part => part.Saved.Value).Select(part => part.Part.Name)));
        Assert.Equal(8000 - 16, Saved(saving, "the hypervisor's tables"), 1e-6);
        Assert.Equal(6210 - 14, Saved(saving, "the way in and out"), 1e-6);
        Assert.Equal(15_100 - 350, saving.Parts.Sum(part => part.Saved.Value), 1e-6);
    }

    [Fact]
    public void TheAdviceSaysSoInWordsAndAsJson()
    {
        var advice = Adviser.Answer([World(Single, Huge)], Whole);
        string text = AdviceFormat.Named("markdown").Write(advice);
        Assert.Contains("LargeFolio 512 saves 14.8 of 15.1", text.Replace(" µs a page", "", StringComparison.Ordinal));
        Assert.Contains("it saves 8.0 of the hypervisor's tables, 6.2 of the way in and out, ", text);
        Assert.Contains("shadow page tables", text);
        var part = JsonNode.Parse(AdviceFormat.Named("json").Write(advice))!["Savings"]![0]!["Parts"]![2]!;
        Assert.Equal("the hypervisor's tables", (string)part["Part"]!);
        Assert.Equal(7984, (double)part["Saved"]!, 1e-6);
    }

    [Fact]
    public void WithNestedPagingNoTablesAreSaved()
    {
        var advice = Adviser.Answer([World(SingleNested, Huge)], Whole);
        string text = AdviceFormat.Named("markdown").Write(advice);
        Assert.Contains("it saves 1.37 of the kernel's other work, 0.77 of the way in and out and 0.01 of clearing.", text);
        Assert.Contains("nested paging", text);
        Assert.DoesNotContain("hypervisor's tables", text);
    }

    /// <summary>What differs by less than rounds scatter is no saving.</summary>
    [Fact]
    public void APartThatNoiseHidesIsNotSaved()
    {
        var saving = Assert.Single(Saving.Of(World(Single, Huge, noise: 2000)));
        Assert.Equal(["the hypervisor's tables", "the way in and out"], saving.Told.Select(part => part.Part.Name).Order());
    }

    [Fact]
    public void WithoutPartsNothingIsSaid()
    {
        Assert.Empty(Saving.Of(Advice.World.Usual.Run()));
        Assert.Empty(Saving.Of(World([], Huge)));
        Assert.DoesNotContain("one after another", AdviceFormat.Named("markdown").Write(Adviser.Answer([Advice.World.Usual.Run()], Whole)));
    }

    private static double Saved(Saving saving, string part) => saving.Parts.Single(known => known.Part.Name == part).Saved.Value;

    // The usual rows, and those that were taken apart: all steps of every other round take so much more.
    private static Run World((string Step, double Time)[] demand, (string Step, double Time)[] huge, double noise = 0)
    {
        var run = Advice.World.Usual.Run();
        BenchmarkRow[] rows = [Row("Mechanism=Demand&Pages=1", demand, noise), Row("Mechanism=LargeFolio&Pages=512", huge, noise)];
        return run with { Rows = [.. run.Rows, .. rows.Where(row => row.Launches[0].Steps is { Columns.Count: > 0 })] };
    }

    private static BenchmarkRow Row(string parameters, (string Step, double Time)[] steps, double noise)
    {
        const int rounds = 8;
        var columns = steps.Select((step, place) => (step.Step, Times: Enumerable.Range(0, rounds)
            .Select(round => step.Time + (round + place) % 2 * noise).ToArray())).ToDictionary(step => step.Step, step => step.Times);
        var row = Advice.World.Row("FaultParts", "Touch", parameters, 1000);
        return row with { Launches = [row.Launches[0] with { Steps = new StepTimes(columns) }] };
    }
}
