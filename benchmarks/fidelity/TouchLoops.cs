using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Orders;

namespace Bench.Fidelity;

/// <summary>One write to each page of a region, over one array of steps.</summary>
[SupportedOSPlatform("linux")]
internal abstract unsafe class Touch(string name, Bar? bar, CLoops c, Order order, int pages) : TwinLoop(name, bar)
{
    private readonly int[] steps = order.Steps(pages);

    public Mapping? Memory { get; private set; }

    protected int PageCount => steps.Length;

    public override void InC()
    {
        var turn = Next(steps);
        fixed (int* first = turn)
            c.Touch(Memory!.Address, first, turn.Length, PageSize.Bytes);
    }

    public override void InCSharp() => TouchLoop.Run(Memory!.Address, Next(steps), PageSize.Bytes);

    public override void Dispose() => Memory?.Dispose();

    /// <summary>The steps of the next turn.</summary>
    protected abstract ReadOnlySpan<int> Next(ReadOnlySpan<int> steps);

    protected void Map()
    {
        Memory = Mapping.Anonymous(steps.Length, Region.Alignment);
        Memory.Advise(Mman.MADV_NOHUGEPAGE);
    }
}

/// <summary>
/// Every touch is a fault. Each pair has a fresh mapping, whose pages C and C# touch by turns: far closer in time than whole mappings by
/// turns.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class ColdTouch(string name, Bar? bar, CLoops c, Order order, int pages) : Touch(name, bar, c, order, pages)
{
    /// <summary>Pages of one turn: two whole page tables, in sequential order.</summary>
    public const int TurnPages = 1024;

    private int done;

    public override long Operations => TurnPages;

    public override int? TurnsPerPair => PageCount / (2 * TurnPages);

    public override void Prepare()
    {
        Map();
        done = 0;
    }

    public override void CleanUp() => Dispose();

    protected override ReadOnlySpan<int> Next(ReadOnlySpan<int> steps)
    {
        var turn = steps.Slice(done, TurnPages);
        done += TurnPages;
        return turn;
    }
}

/// <summary>All turns, of C and of C#, over the same resident pages.</summary>
[SupportedOSPlatform("linux")]
internal sealed class WarmTouch : Touch
{
    public WarmTouch(string name, Bar? bar, CLoops c, Order order, int pages) : base(name, bar, c, order, pages)
    {
        Map();
        Region.TouchEach(Memory!);
    }

    public override long Operations => PageCount;

    protected override ReadOnlySpan<int> Next(ReadOnlySpan<int> steps) => steps;
}
