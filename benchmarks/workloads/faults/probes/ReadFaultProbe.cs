using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Orders;

namespace Bench.Workloads.Faults.Probes;

/// <summary>
/// Reads fresh memory and writes it afterwards. The growth of RssAnon would say less: all threads' memory is in it, and kernels add it up
/// in batches a processor, while faults are counted one by one for this thread alone.
/// </summary>
/// <param name="map">Maps so many pages; private anonymous memory of single pages unless given.</param>
/// <param name="faults">Counts faults.</param>
[SupportedOSPlatform("linux")]
internal sealed unsafe class ReadFaultProbe(Func<int, Mapping>? map = null, ThreadFaults? faults = null)
{
    private const int Pages = 64;
    private const int Tries = 3;

    private readonly Func<int, Mapping> map = map ?? Single;
    private readonly ThreadFaults faults = faults ?? new ThreadFaults();
    private readonly int[] steps = new Sequential().Steps(Pages);

    /// <summary>
    /// What reading brought. As on other Linux where it can't be told: no faults are counted, or there is no memory to try.
    /// </summary>
    public ReadFault Try()
    {
        try
        {
            // The runtime may fault for itself, which only ever adds: the fewest count.
            return Enumerable.Range(0, Tries).Select(_ => Once()).MinBy(seen => seen.Writes).Judge();
        }
        catch (SystemError)
        {
            return ReadFault.OfZeroPage;
        }
    }

    private Seen Once()
    {
        using var memory = map(Pages);
        long reads = faults.Of(() => ReadLoop.Run(memory.Address, steps, PageSize.Bytes));
        long? own = PageMap.CountOwn(memory);
        return new Seen(reads, own, faults.Of(() => TouchLoop.Run(memory.Address, steps, PageSize.Bytes)));
    }

    private static Mapping Single(int pages)
    {
        var memory = Mapping.Anonymous(pages);
        memory.Advise(Mman.MADV_NOHUGEPAGE);
        return memory;
    }

    private readonly record struct Seen(long Reads, long? Own, long Writes)
    {
        public ReadFault Judge()
        {
            bool counted = Reads + Writes > Pages / 2;
            bool again = counted ? Writes > Pages / 2 : Own is not > Pages / 2;
            return new ReadFault(Own is { } own ? own > Pages / 2 : !again, again);
        }
    }
}
