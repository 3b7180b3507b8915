using Bench.Interop.Memory;
using Bench.Workloads.Faults.Graph;
using Bench.Workloads.Faults.Mechanisms;
using Bench.Workloads.Faults.Orders;
using CsCheck;

namespace Bench.Tests.Workloads;

public unsafe class GraphTests
{
    [Fact]
    public void AGraphHasItsEdgesInBothDirectionsAndIsTheSameInEveryRun() => Gen.Int[0, 10].Sample(scale =>
    {
        var graph = RmatGraph.Create(1 << scale);
        Assert.Equal(2 * RmatGraph.EdgesPerVertex * graph.Vertices, graph.Neighbours.Length);
        var edges = Edges(graph).CountBy(edge => edge).ToDictionary();
        Assert.All(edges, edge => Assert.Equal(edge.Value, edges[(edge.Key.To, edge.Key.From)]));
        Assert.Equal(graph.Neighbours, RmatGraph.Create(1 << scale).Neighbours);
    }, iter: 15);

    [Fact]
    public void AFewVerticesHaveMostEdges()
    {
        var graph = RmatGraph.Create(1 << 14);
        int[] degrees =
            [.. Enumerable.Range(0, graph.Vertices).Select(vertex => graph.Offsets[vertex + 1] - graph.Offsets[vertex]).OrderDescending()];
        Assert.True(degrees[..(graph.Vertices / 10)].Sum() > graph.Neighbours.Length / 2);
        Assert.Equal(degrees[0], graph.Offsets[graph.Hub + 1] - graph.Offsets[graph.Hub]);
    }

    /// <summary>Levels are distances: those of a search written another way.</summary>
    [Fact]
    public void TheSearchFindsEveryVertexAtItsDistance()
    {
        var graph = RmatGraph.Create(1 << 10);
        var expected = Distances(graph);
        using var region = Mapping.Anonymous(BreadthFirstSearch.Bytes(graph.Vertices) / PageSize.Bytes + 1);
        int found = new BreadthFirstSearch(graph).Run(region.Address);
        Assert.Equal(expected.Count, found);
        byte* records = region.Address + BreadthFirstSearch.QueueBytes(graph.Vertices);
        foreach (var (vertex, distance) in expected)
            Assert.Equal(distance, ((BreadthFirstSearch.Record*)(records + (long)vertex * BreadthFirstSearch.RecordBytes))->Level);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(512)]
    [InlineData(1500)]
    public void ExactlyThePagesOfTheWalkAreTouched(int pages)
    {
        var walk = new BreadthFirst().Walk(pages);
        using var region = Mapping.Anonymous(pages, Bench.Workloads.Faults.Region.Alignment);
        region.Advise(Mman.MADV_NOHUGEPAGE);
        walk.Touch(new Demand(), region, 1);
        int[] touched = walk.Steps.ToArray();
        byte[] residency = region.Residency();
        Assert.Equal(touched.Distinct().Order(), Enumerable.Range(0, pages).Where(page => (residency[page] & 1) != 0));
    }

    private static IEnumerable<(int From, int To)> Edges(RmatGraph graph) => Enumerable.Range(0, graph.Vertices)
        .SelectMany(vertex => graph.Neighbours[graph.Offsets[vertex]..graph.Offsets[vertex + 1]],
            (vertex, neighbour) => (vertex, neighbour));

    private static Dictionary<int, int> Distances(RmatGraph graph)
    {
        var neighbours = Edges(graph).ToLookup(edge => edge.From, edge => edge.To);
        var distances = new Dictionary<int, int> { [graph.Hub] = 0 };
        HashSet<int> frontier = [graph.Hub];
        for (int distance = 1; frontier.Count > 0; distance++)
        {
            frontier = [.. frontier.SelectMany(vertex => neighbours[vertex]).Where(vertex => !distances.ContainsKey(vertex))];
            foreach (int vertex in frontier)
                distances[vertex] = distance;
        }
        return distances;
    }
}
