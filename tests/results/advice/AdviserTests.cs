using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Judge.Advice;
using Bench.Results.Judge.Advice.Orders;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Show.Advice;
using Bench.Results.Show.Advice.Howto;
using CsCheck;

namespace Bench.Tests.Results.Advice;

/// <summary>What is advised in worlds whose costs are known.</summary>
public class AdviserTests
{
    private static readonly Question Whole = Question.Usual with { Density = 1 };

    [Fact]
    public void DensitiesNeverSeenArePredicted()
    {
        var advice = Adviser.Answer([World.Usual.Run()], Question.Usual);
        Assert.Equal(20, advice.Validation.Checks.Count);
        Assert.InRange(advice.Validation.MedianError!.Value, 0, 0.02);
        Assert.All(advice.Validation.Checks, c => Assert.InRange(c.Error, -0.1, 0.1));
        // A region of 32 page tables: nearly every walk makes them all, so that they can't be told from a walk's own cost, but for their
        // sum.
        var evidence = Evidence.ToCheck(World.Usual.Run());
        var model = AccessModel.Fit(evidence, evidence.Sparse);
        Assert.InRange(model.WalkCost + World.Region / 512 * model.TableCost, 0.7 * 32 * World.Usual.Table, 1.3 * 32 * World.Usual.Table);
    }

    [Fact]
    public void WhereEveryPageIsTouchedThePredictionIsTheMeasurement()
    {
        var run = World.Usual.Run();
        foreach (var p in Adviser.Answer([run], Whole).Predictions)
            Assert.Equal(p.Offer.Time.Centre, p.Time, 1e-9 * p.Time);
    }

    [Fact]
    public void TheFastestIsAdvisedWhateverTheMachine() =>
        Gen.Select(Gen.Double[500, 5000], Gen.Double[50, 1500], Gen.Double[0.005, 1]).Sample((fault, page, density) =>
        {
            var advice = Adviser.Answer([new World(fault, page, 0, 0).Run()], Question.Usual with { Density = density });
            if (advice.Recommended is not { } best)
            {
                Assert.NotNull(advice.Refusal);
                return;
            }
            // By the costs themselves, not by the model.
            double True(int n) => new RandomTouches().WindowsPerTouch(density, n, World.Region) * (fault + n * page);
            double fastest = World.Sizes.Prepend(1).Min(True);
            Assert.InRange(True(best.Offer.Pages), 0, 1.1 * fastest);
        }, iter: 100);

    [Fact]
    public void AFasterMachineGetsTheSameAdvice() =>
        Gen.Select(Gen.Double[0.001, 1000], Gen.Double[0.005, 1], Gen.Int[0, 2]).Sample((scale, density, order) =>
    {
        var run = World.Usual.Run();
        var question = new Question(density, TouchOrder.All[order]);
        Answer one = Adviser.Answer([run], question), two = Adviser.Answer([World.Scaled(run, scale)], question);
        Assert.Equal(one.Recommended?.Offer.Name, two.Recommended?.Offer.Name);
        Assert.Equal(one.Refusal, two.Refusal);
        foreach (var p in one.Predictions)
            Assert.Equal(p.Ratio, two.Predictions.Single(q => q.Offer.Name == p.Offer.Name).Ratio, 1e-6 * p.Ratio);
    }, iter: 50);

    [Fact]
    public void AtTheBreakEvenTheTwoCostTheSame()
    {
        var run = World.Usual.Run();
        foreach (var at in Adviser.Answer([run], Question.Usual).Predictions.Where(p => p.BreakEven is { Density: > 0 and <= 1 }))
        {
            double Ratio(double density) =>
                Adviser.Answer([run], Question.Usual with { Density = density }).Predictions
                    .Single(p => p.Offer.Name == at.Offer.Name).Ratio;
            var even = at.BreakEven!;
            Assert.InRange(Ratio(even.Density), 0.95, 1.05);
            Assert.True(Ratio(Math.Min(1, even.Density * 1.5)) < 1);
            Assert.True(Ratio(even.Density / 1.5) > 1);
            Assert.InRange(even.Density, even.Lower, even.Upper);
        }
    }

    [Fact]
    public void MemoryIsSparedWhereAsked()
    {
        var run = World.Usual.Run();
        Assert.Equal("LargeFolio 512", Adviser.Answer([run], Whole).Recommended!.Offer.Name);
        var spare = Adviser.Answer([run], new Question(0.2, TouchOrder.All[0], MostMemory: 2.5)).Recommended!;
        Assert.InRange(spare.Resident, 1, 2.5);
        Assert.True(Adviser.Answer([run], new Question(0.0001, TouchOrder.All[0])).Recommended!.Offer.IsDemand);
    }

    [Fact]
    public void DataThatCannotCarryAnAnswerGetsNone()
    {
        var run = World.Usual.Run();
        Answer Without(Func<BenchmarkRow, bool> drop) =>
            Adviser.Answer([run with { Rows = [.. run.Rows.Where(r => !drop(r))] }], Question.Usual);
        Assert.Contains("no row of Demand", Without(r => r.Parameter("Mechanism") == "Demand").Refusal);
        Assert.Contains("no row of a mechanism that preallocates", Without(r => r.Parameter("Mechanism") == "LargeFolio").Refusal);
        var unchecked_ = Without(r => r.Type == "SparseFaults");
        Assert.Contains(unchecked_.Notes, n => n.Contains("*SparseFaults*"));
        Assert.Contains("does not hold here", Adviser.Answer([run with
        {
            Rows = [.. run.Rows.Select(r => r.Type == "SparseFaults" ? World.Scaled(run with { Rows = [r] }, 3).Rows[0] : r)],
        }], Question.Usual).Refusal);
        Assert.Contains("reaches 1",
            Adviser.Answer([new World(1000, 1000, 0, 0).Run(sparse: false)],
                new Question(0.1, TouchOrder.All[2]) with { Density = 0.0012 }).Refusal ?? "reaches 1");
    }

    [Fact]
    public void ARowThatBrokeItsPromiseIsNotBelieved()
    {
        var run = World.Usual.Run();
        var marked = run with
        {
            Rows =
                [.. run.Rows
                    .Select(
                        r => r.Parameter("Pages") == "512" ? r with { Marks = [new Mark("faults", "1.0 measured, 0.002 promised")] } : r)]
        };
        var advice = Adviser.Answer([marked], Whole);
        Assert.DoesNotContain(advice.Predictions, p => p.Offer.Pages == 512);
        Assert.Contains(advice.Notes, n => n.Contains("is not used"));
    }

    [Fact]
    public void RunsThatContradictEachOtherAreNotAveraged()
    {
        Run one = World.Usual.Run("one"), other = one with
        {
            Source = "other",
            Rows =
                [.. one.Rows
                    .Select(r => r.Parameter("Mechanism") == "LargeFolio" ? World.Scaled(one with { Rows = [r] }, 1.0 / 6).Rows[0] : r)],
        };
        var slow = one with
        {
            Source = "slow",
            Rows =
                [.. one.Rows.Select(r => r.Parameter("Mechanism") == "LargeFolio" ? World.Scaled(one with { Rows = [r] }, 8).Rows[0] : r)]
        };
        Assert.Null(Adviser.Answer([one, one], Whole).Refusal);
        Assert.NotNull(Adviser.Answer([one, slow], Whole).Refusal);
        Assert.Contains("contradict each other", Adviser.Answer([one, other, other, slow, other, other], Whole).Refusal);
        Assert.Throws<MixedMachinesException>(() => Adviser.Answer([one, (World.Usual with { Cpu = "Xeon" }).Run()], Whole));
        Assert.Throws<MixedMachinesException>(() => Adviser.Answer([one, one with { Unit = "instructions" }], Whole));
    }

    [Fact]
    public void GarbageNeverThrows() =>
        Gen.Select(Gen.Double[1e-9, 1e12].Array[9], Gen.Double[1e-6, 1], Gen.Int[0, 2]).Sample((times, density, order) =>
    {
        string[] names =
        [
            "PageFault:Mechanism=Demand&Pages=1&Order=random", "PageFault:Mechanism=Demand&Pages=1&Order=sequential",
            "PageFault:Mechanism=LargeFolio&Pages=16&Order=random",
            "PageFault:Mechanism=LargeFolio&Pages=0&Order=random", "PageFault:Mechanism=PopulateRegion&Pages=99999999&Order=sequential",
            "PageFault:Mechanism=X&Pages=7&Order=random",
            "SparseFaults:Density=1/0&Mechanism=Demand&Pages=1", "SparseFaults:Density=1/8&Mechanism=Demand&Pages=1",
            "SparseFaults:Density=nan&Mechanism=X&Pages=7",
        ];
        var run = new Run("garbage", "ns", [new("region", "Region", "x KiB", true), new("page_size", "Page size", "4 KiB", true)],
            [.. names.Select((n, i) => World.Row(n.Split(':')[0], "Touch", n.Split(':')[1], times[i]))], []);
        var advice = Adviser.Answer([run], new Question(density, TouchOrder.All[order]));
        Assert.All(advice.Predictions, p => Assert.True(double.IsFinite(p.Time) && p.Time >= 0 && p.Resident >= 1 - 1e-9));
        foreach (var format in AdviceFormat.All)
            Assert.NotEmpty(format.Write(advice));
    });

    [Fact]
    public void TheAnswerSaysWhatToType()
    {
        var advice = Adviser.Answer([World.Usual.Run()], Whole);
        string text = AdviceFormat.Named("markdown").Write(advice);
        Assert.Contains("use LargeFolio 512 (512 pages, 2 MiB at once)", text);
        Assert.Contains("echo madvise > /sys/kernel/mm/transparent_hugepage/hugepages-2048kB/enabled", text);
        var json = JsonNode.Parse(AdviceFormat.Named("json").Write(advice))!;
        Assert.Equal(512, (int)json["Recommended"]!["Pages"]!);
        Assert.Equal(5, json["Predictions"]!.AsArray().Count);
        Assert.All(Bench.Workloads.Faults.Mechanisms.Mechanism.All.Where(m => m.Name is not ("ZeroingFloor" or "Resident")),
            m => Assert.NotEmpty(HowTo.Get(m.Name, 16, 4096)));
    }
}
