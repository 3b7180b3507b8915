using Bench.Fidelity;
using Bench.Interop;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Perf;
using Bench.Interop.Syscalls;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Orders;
using Bench.Workloads.Syscalls;

namespace Bench.Tests.Fidelity;

/// <summary>The C and the C# loops do the same work. How long they take is for the verb to say, not for a test.</summary>
public unsafe class FidelityTests(CLoopsFixture c) : IClassFixture<CLoopsFixture>
{
    private const int Pages = 4 * ColdTouch.TurnPages;

    public static TheoryData<string> Orders => [.. Order.All.Where(TouchesEveryPageOnce).Select(order => order.Name)];

    [Fact]
    public void NullCallsGetTheKernelsAnswer()
    {
        using var raw = RawSyscall.Create();
        Assert.SkipWhen(raw.WhyNotRaw is not null, raw.WhyNotRaw ?? "");
        Assert.Equal(-Errno.ENOSYS, c.Loops.NullCallInline(SyscallNumbers.Unassigned, SyscallLoop.Calls));
        Assert.Equal(-Errno.ENOSYS, SyscallLoop.Run(raw.Null, SyscallNumbers.Unassigned));
        Assert.Equal(-Errno.ENOSYS, SyscallLoop.Run(raw.NullRet, SyscallNumbers.Unassigned));
    }

    [Fact]
    public void NullCallsByLibcGetLibcsAnswer()
    {
        Assert.Equal(-1, c.Loops.NullCallLibc(SyscallNumbers.Unassigned, SyscallLoop.Calls));
        Assert.Equal(-1, SyscallLoop.Run((delegate* unmanaged<nint, nint>)Libc.SyscallAddress(), SyscallNumbers.Unassigned));
    }

    [Fact]
    public void CallsOfKnownNumbersReallyReachTheKernel()
    {
        using var raw = RawSyscall.Create();
        nint number = SyscallNumbers.Current.Getppid;
        int parent = Unistd.getppid();
        Assert.Equal(parent, c.Loops.NullCallInline(number, 1));
        Assert.Equal(parent, c.Loops.NullCallLibc(number, 1));
        Assert.Equal(parent, SyscallLoop.Run(raw.Null, number));
    }

    [Theory, MemberData(nameof(Orders))]
    public void ColdTouchesFaultOncePerPageOnBothSides(string order)
    {
        using var cold = new ColdTouch("cold", null, c.Loops, Named(order), Pages);
        using var counter = FaultCounter.Open();
        foreach (var touch in new[] { cold.InC, cold.InCSharp, cold.InC, cold.InCSharp })
        {
            cold.Prepare();
            long before = counter.Read();
            touch();
            long faults = counter.Read() - before;
            Assert.Equal(ColdTouch.TurnPages, cold.Memory!.CountResident());
            // Code that runs for the first time may fault as well.
            Assert.InRange(faults, ColdTouch.TurnPages, ColdTouch.TurnPages + 16);
            cold.CleanUp();
        }
    }

    [Theory, MemberData(nameof(Orders))]
    public void BothSidesOfAPairTouchTheWholeMapping(string order)
    {
        using var cold = new ColdTouch("cold", null, c.Loops, Named(order), Pages);
        cold.Prepare();
        for (int turn = 0; turn < cold.TurnsPerPair; turn++)
        {
            cold.InC();
            cold.InCSharp();
        }
        Assert.Equal(Pages, cold.Memory!.CountResident());
    }

    [Theory, MemberData(nameof(Orders))]
    public void WarmTouchesFaultOnNeitherSide(string order)
    {
        using var warm = new WarmTouch("warm", null, c.Loops, Named(order), Pages);
        using var counter = FaultCounter.Open();
        foreach (var touch in new[] { warm.InC, warm.InCSharp, warm.InC, warm.InCSharp })
        {
            long before = counter.Read();
            touch();
            Assert.InRange(counter.Read() - before, 0, 16);
        }
    }

    [Fact]
    public void BothTouchTheNamedPagesAndWriteOneByteInEach()
    {
        int[] steps = [7, 3, 999, 0, 500];
        using var byC = Fresh();
        using var byCSharp = Fresh();
        fixed (int* first = steps)
            c.Loops.Touch(byC.Address, first, steps.Length, PageSize.Bytes);
        TouchLoop.Run(byCSharp.Address, steps, PageSize.Bytes);

        Assert.Equal(byC.Residency(), byCSharp.Residency());
        Assert.Equal(steps.Order(), Enumerable.Range(0, Pages).Where(page => (byC.Residency()[page] & 1) != 0));
        Assert.True(Bytes(byC).SequenceEqual(Bytes(byCSharp)));
        Assert.Equal(steps.Length, Bytes(byC).Count((byte)1));
        Assert.Equal(steps.Length, (int)byC.Length - Bytes(byC).Count((byte)0));
    }

    [Fact]
    public void EveryLoopOfTheCatalogueRunsOnBothSides()
    {
        using var raw = RawSyscall.Create();
        var names = new List<string>();
        foreach (var create in LoopCatalogue.All(c.Loops, raw, Pages))
        {
            using var loop = create();
            loop.Prepare();
            loop.InC();
            loop.InCSharp();
            loop.CleanUp();
            names.Add(loop.Name);
        }
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(8, names.Count + (raw.NullRet == null ? 1 : 0) + (raw.NullJump == null ? 1 : 0));
    }

    // The twin loops in C know no others.
    private static bool TouchesEveryPageOnce(Order order) =>
        order.Steps(Pages) is var steps && steps.Length == Pages && steps.Distinct().Count() == Pages;

    private static Order Named(string name) => Order.All.Single(order => order.Name == name);

    private static ReadOnlySpan<byte> Bytes(Mapping memory) => new(memory.Address, (int)memory.Length);

    private static Mapping Fresh()
    {
        var memory = Mapping.Anonymous(Pages);
        memory.Advise(Mman.MADV_NOHUGEPAGE);
        return memory;
    }
}
