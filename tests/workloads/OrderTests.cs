using Bench.Workloads.Faults.Orders;
using CsCheck;

namespace Bench.Tests.Workloads;

public class OrderTests
{
    public static TheoryData<string> Orders => [.. Order.All.Select(order => order.Name)];

    public static TheoryData<string> Permutations => [.. Order.All.Where(order => order.Unit == "page").Select(order => order.Name)];

    [Theory, MemberData(nameof(Orders))]
    public void EveryOrderIsTheSameInEveryRunAndStaysInTheRegion(string name)
    {
        var order = Order.All.Single(order => order.Name == name);
        Gen.Int[1, 600].Sample(pages =>
        {
            int[] steps = order.Steps(pages);
            Assert.All(steps, step => Assert.InRange(step, 0, pages - 1));
            Assert.Equal(steps, order.Steps(pages));
            Assert.Equal(steps, order.Walk(pages).Steps.ToArray());
        }, iter: 30);
    }

    [Theory, MemberData(nameof(Permutations))]
    public void AnOrderOfPagesTouchesEachOnce(string name)
    {
        var order = Order.All.Single(order => order.Name == name);
        Gen.Int[1, 3000].Sample(pages => Assert.Equal(Enumerable.Range(0, pages), order.Steps(pages).Order()), iter: 100);
    }

    [Fact]
    public void RandomIsNotSequential()
    {
        int[] steps = new RandomOrder().Steps(1000);
        int inOrder = steps.Zip(steps.Skip(1)).Count(pair => pair.Second == pair.First + 1);
        Assert.InRange(inOrder, 0, 20);
    }

    [Fact]
    public void StridedTouchesEvery64thPageInTurn()
    {
        int[] steps = new Strided().Steps(64 * 32);
        Assert.Equal(Enumerable.Range(0, 32).Select(row => row * 64), steps[..32]);
        Assert.Equal(1, steps[32]);
    }

    [Fact]
    public void ZipfDrawsRanksWithTheirWeights()
    {
        const int pages = 100_000;
        int[] steps = new Zipf().Steps(pages);
        Assert.Equal(pages, steps.Length);
        int[] touches = [.. steps.CountBy(page => page).Select(pair => pair.Value).OrderDescending()];
        double weights = Enumerable.Range(1, pages).Sum(rank => Math.Pow(rank, -Zipf.Exponent));
        // The most popular page, and the hundred most popular, have their share of the touches; 10 % is five standard deviations.
        Assert.Equal(pages / weights, touches[0], pages / weights * 0.1);
        double hundred = Enumerable.Range(1, 100).Sum(rank => Math.Pow(rank, -Zipf.Exponent)) / weights * pages;
        Assert.Equal(hundred, touches[..100].Sum(), hundred * 0.1);
    }

    [Fact]
    public void ADensityTouchesItsPartOfThePagesAndEachOnce() => Gen.Int[1, 5000].Sample(pages =>
    {
        foreach (var density in Density.All)
        {
            var walk = density.Walk(pages);
            Assert.Equal(Math.Max(1, pages / density.OneIn), walk.Touched);
            Assert.Equal(walk.Touched, walk.Steps.Length);
        }
    }, iter: 100);

    [Fact]
    public void ADenserWalkBeginsAsASparserOneDoes()
    {
        foreach (var (sparser, denser) in Density.All.Zip(Density.All.Skip(1)))
            Assert.True(denser.Walk(4096).Steps.StartsWith(sparser.Walk(4096).Steps));
    }

    [Fact]
    public void WindowsAreThoseWithATouchedPage()
    {
        var cases = from pages in Gen.Int[1, 2000]
                    from size in Gen.Int[1, 600]
                    from steps in Gen.Int[0, pages - 1].Array[1, 100]
                    select (pages, size, steps);
        cases.Sample(sample =>
        {
            var walk = new Walk(sample.steps, sample.pages);
            Assert.Equal(sample.steps.Distinct().Count(), walk.Touched);
            Assert.Equal(sample.steps.Select(step => step / sample.size).Distinct().Count(), walk.Windows(sample.size));
        }, iter: 300);
    }
}
