using System.Numerics;
using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Graph;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Faults.Orders;

/// <summary>
/// No list of steps but a graph application: breadth-first search over an R-MAT graph, whose queue and vertex records lie in the region.
/// One operation is one page that the search touches, with its share of the search.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class BreadthFirst : Order
{
    public override string Name => "bfs";

    public override int Rank => 5;

    public override string Unit => "touched page with its share of the search";

    public override bool KnownBeforehand => false;

    /// <summary>The graph, and a second region once, in which the search is made to see which pages it touches.</summary>
    public override double MemoryBesides => 1.25;

    /// <summary>In the order of discovery, each vertex's record and then its place in the queue.</summary>
    public override int[] Steps(int pages) => Steps(Search(pages, out int vertices), pages, vertices);

    public override Walk Walk(int pages)
    {
        var search = Search(pages, out int vertices);
        return new SearchWalk(search, Steps(search, pages, vertices), pages);
    }

    private static BreadthFirstSearch Search(int pages, out int vertices)
    {
        long most = (long)pages * PageSize.Bytes / (BreadthFirstSearch.RecordBytes + sizeof(int) + 1);
        vertices = most < 2 ? 1 : 1 << BitOperations.Log2((uint)most);
        while (vertices > 1 && BreadthFirstSearch.Bytes(vertices) > (long)pages * PageSize.Bytes)
            vertices /= 2;
        return new BreadthFirstSearch(RmatGraph.Create(vertices));
    }

    private static int[] Steps(BreadthFirstSearch search, int pages, int vertices)
    {
        using var scratch = Mapping.Anonymous(pages);
        scratch.Advise(Mman.MADV_NOHUGEPAGE);
        int found = search.Run(scratch.Address);
        int* queue = (int*)scratch.Address;
        long records = BreadthFirstSearch.QueueBytes(vertices);
        int[] steps = new int[2 * found];
        for (int at = 0; at < found; at++)
        {
            steps[2 * at] = (int)((records + (long)queue[at] * BreadthFirstSearch.RecordBytes) / PageSize.Bytes);
            steps[2 * at + 1] = (int)((long)at * sizeof(int) / PageSize.Bytes);
        }
        return steps;
    }

    private sealed class SearchWalk(BreadthFirstSearch search, int[] steps, int pages) : Walk(steps, pages)
    {
        public override void Touch(Mechanism mechanism, Mapping region, int pagesPerFault)
        {
            mechanism.Enter(region);
            search.Run(region.Address);
        }
    }
}
