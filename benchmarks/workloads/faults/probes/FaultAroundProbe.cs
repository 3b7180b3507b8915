using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Kinds;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Probes;

/// <summary>Reads files in the page cache from end to end, larger ones until there are enough faults to count.</summary>
/// <param name="map">Maps the first pages of a file so long; shared and for reading unless given.</param>
/// <param name="faults">Counts faults.</param>
[SupportedOSPlatform("linux")]
internal sealed unsafe class FaultAroundProbe(Func<Memfd, int, Mapping>? map = null, ThreadFaults? faults = null)
{
    private const int FirstPages = 256;
    private const int Growth = 4;
    private const int EnoughFaults = 8;
    private const int Tries = 3;
    private const long MostBytes = 16 << 20;

    private readonly Func<Memfd, int, Mapping> map = map ?? SharedFileRead.MapFile;
    private readonly ThreadFaults faults = faults ?? new ThreadFaults();

    /// <summary>What was seen; the usual where no faults are counted, or there is no memory to try.</summary>
    public FaultAround Try()
    {
        try
        {
            int pages = FirstPages;
            long seen = Fewest(pages);
            for (; seen < EnoughFaults && (long)pages * Growth * PageSize.Bytes <= MostBytes; seen = Fewest(pages))
                pages *= Growth;
            return seen > 0 ? new FaultAround(1 << (int)Math.Round(Math.Max(0, Math.Log2((double)pages / seen)))) : FaultAround.Usual;
        }
        catch (SystemError)
        {
            return FaultAround.Usual;
        }
    }

    // The runtime may fault for itself, which only ever adds.
    private long Fewest(int pages)
    {
        using var file = CachedFile.Create(pages);
        int[] steps = new Sequential().Steps(pages);
        return Enumerable.Range(0, Tries).Min(_ =>
        {
            using var memory = map(file, pages);
            return faults.Of(() => ReadLoop.Run(memory.Address, steps, PageSize.Bytes));
        });
    }
}
