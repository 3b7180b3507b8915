using Bench.Workloads.Orders;
using CsCheck;

namespace Bench.Tests.Workloads;

public class OrderTests
{
    public static TheoryData<string> Orders => [.. Order.All.Select(order => order.Name)];

    [Theory, MemberData(nameof(Orders))]
    public void EveryOrderIsTheSamePermutationInEveryRun(string name)
    {
        var order = Order.All.Single(order => order.Name == name);
        Gen.Int[1, 3000].Sample(pages =>
        {
            int[] steps = order.Steps(pages);
            Assert.Equal(Enumerable.Range(0, pages), steps.Order());
            Assert.Equal(steps, order.Steps(pages));
        }, iter: 100);
    }

    [Fact]
    public void RandomIsNotSequential()
    {
        int[] steps = new RandomOrder().Steps(1000);
        int inOrder = steps.Zip(steps.Skip(1)).Count(pair => pair.Second == pair.First + 1);
        Assert.InRange(inOrder, 0, 20);
    }
}
