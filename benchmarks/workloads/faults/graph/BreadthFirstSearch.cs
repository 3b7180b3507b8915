using System.Runtime.CompilerServices;

namespace Bench.Workloads.Faults.Graph;

/// <summary>
/// Breadth-first search from the hub, top-down. The graph and one bit a vertex, whether it was seen, are resident; what the search makes
/// lies in the region: first the queue, 4 bytes a vertex in the order of discovery, then a record of 256 bytes a vertex, as of an
/// application that keeps its data with the vertex. Both are written before they are read, so that a page's first touch is a write.
/// </summary>
public sealed unsafe class BreadthFirstSearch
{
    /// <summary>Bytes of a vertex's record.</summary>
    public const int RecordBytes = 256;

    private readonly RmatGraph graph;
    private readonly int source;
    private readonly ulong[] seen;

    /// <summary>The search of <paramref name="graph"/>.</summary>
    public BreadthFirstSearch(RmatGraph graph)
    {
        this.graph = graph;
        source = graph.Hub;
        seen = new ulong[(graph.Vertices + 63) / 64];
    }

    /// <summary>Bytes that the search of a graph of <paramref name="vertices"/> vertices needs of the region.</summary>
    public static long Bytes(long vertices) => QueueBytes(vertices) + vertices * RecordBytes;

    /// <summary>Where records start: none crosses the end of a page.</summary>
    public static long QueueBytes(long vertices) => (vertices * sizeof(int) + RecordBytes - 1) / RecordBytes * RecordBytes;

    /// <summary>Searches.</summary>
    /// <param name="region">Fresh memory of <see cref="Bytes"/>.</param>
    /// <returns>Vertices found; the queue at the start of the region names them.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public int Run(byte* region)
    {
        Array.Clear(seen);
        int* queue = (int*)region;
        byte* records = region + QueueBytes(graph.Vertices);
        fixed (int* offsets = graph.Offsets, neighbours = graph.Neighbours)
        fixed (ulong* seenBits = seen)
        {
            int found = 0;
            seenBits[source >> 6] |= 1UL << source;
            *(Record*)(records + (long)source * RecordBytes) = new Record(source, 0);
            queue[found++] = source;
            for (int done = 0; done < found; done++)
            {
                int vertex = queue[done];
                int level = ((Record*)(records + (long)vertex * RecordBytes))->Level + 1;
                for (int at = offsets[vertex]; at < offsets[vertex + 1]; at++)
                {
                    int neighbour = neighbours[at];
                    if ((seenBits[neighbour >> 6] >> neighbour & 1) != 0)
                        continue;
                    seenBits[neighbour >> 6] |= 1UL << neighbour;
                    *(Record*)(records + (long)neighbour * RecordBytes) = new Record(vertex, level);
                    queue[found++] = neighbour;
                }
            }
            return found;
        }
    }

    /// <summary>What the search notes of a vertex, at the start of its record.</summary>
    /// <param name="Parent">The vertex it was found from.</param>
    /// <param name="Level">Edges from the source.</param>
    public readonly record struct Record(int Parent, int Level);
}
