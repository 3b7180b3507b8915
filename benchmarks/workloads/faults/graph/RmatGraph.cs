using System.Numerics;

namespace Bench.Workloads.Faults.Graph;

/// <summary>
/// An undirected R-MAT graph with the Graph500's parameters (Chakrabarti, Zhan, Faloutsos 2004): a few vertices have most of the edges. In
/// compressed rows: neighbours of v are <c>Neighbours[Offsets[v] .. Offsets[v + 1]]</c>. Always the same for the same number of vertices.
/// </summary>
public sealed class RmatGraph
{
    /// <summary>Edges a vertex on average; each is in two rows.</summary>
    public const int EdgesPerVertex = 8;

    private const ulong Seed = 20040422;

    // Probabilities of a quarter of the matrix, a = 0.57, b = c = 0.19, d = 0.05, as bounds of 16 random bits.
    private const uint A = (uint)(0.57 * 65536), AB = (uint)(0.76 * 65536), ABC = (uint)(0.95 * 65536);

    private RmatGraph(int[] offsets, int[] neighbours)
    {
        Offsets = offsets;
        Neighbours = neighbours;
    }

    /// <summary>Where each vertex's row starts, and where the last one's ends.</summary>
    public int[] Offsets { get; }

    /// <summary>The rows.</summary>
    public int[] Neighbours { get; }

    /// <summary>Vertices.</summary>
    public int Vertices => Offsets.Length - 1;

    /// <summary>The vertex with the most edges.</summary>
    public int Hub => Enumerable.Range(0, Vertices).MaxBy(vertex => Offsets[vertex + 1] - Offsets[vertex]);

    /// <summary>The graph of <paramref name="vertices"/> vertices, a power of two.</summary>
    public static RmatGraph Create(int vertices)
    {
        int scale = BitOperations.Log2((uint)vertices);
        int[] names = Enumerable.Range(0, vertices).ToArray();
        // As the Graph500 does: otherwise a vertex's number would tell how many edges it has.
        new Random((int)Seed).Shuffle(names);

        // Edges are made twice, first counted and then put in place, which costs time but no memory.
        int[] offsets = new int[vertices + 1];
        ForEachEdge(scale, vertices * EdgesPerVertex, (from, to) =>
        {
            offsets[names[from] + 1]++;
            offsets[names[to] + 1]++;
        });
        for (int vertex = 0; vertex < vertices; vertex++)
            offsets[vertex + 1] += offsets[vertex];
        int[] neighbours = new int[offsets[vertices]];
        int[] next = offsets[..vertices];
        ForEachEdge(scale, vertices * EdgesPerVertex, (from, to) =>
        {
            neighbours[next[names[from]]++] = names[to];
            neighbours[next[names[to]]++] = names[from];
        });
        return new RmatGraph(offsets, neighbours);
    }

    private static void ForEachEdge(int scale, int edges, Action<int, int> take)
    {
        ulong state = Seed;
        for (int edge = 0; edge < edges; edge++)
        {
            int from = 0, to = 0;
            ulong bits = 0;
            for (int level = 0; level < scale; level++)
            {
                if (level % 4 == 0)
                    bits = Next(ref state);
                uint quarter = (ushort)bits;
                bits >>= 16;
                from = from << 1 | (quarter >= AB ? 1 : 0);
                to = to << 1 | (quarter >= A && quarter < AB || quarter >= ABC ? 1 : 0);
            }
            take(from, to);
        }
    }

    // SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every runtime.
    private static ulong Next(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
