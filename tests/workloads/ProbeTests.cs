using Bench.Interop.Memory;
using Bench.Interop.Userfaults;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Kinds;
using Bench.Workloads.Faults.Probes;

namespace Bench.Tests.Workloads;

/// <summary>What faults promise is found by trying, on real memory that behaves either way, and the kinds promise what was found.</summary>
[Collection("system settings")]
public sealed unsafe class ProbeTests
{
    /// <summary>Pages that are there before they are read: what a kernel without a shared zero page gives to a read.</summary>
    [Fact, Trait("Depends", "machine")]
    public void PagesOfTheirOwnAreTakenForSuch()
    {
        Assert.Equal(ReadFault.OfOwnPage, new ReadFaultProbe(Populated).Try());
        Assert.Equal(ReadFault.OfOwnPage, new ReadFaultProbe(Populated, CountsReadsToo()).Try());
    }

    /// <summary>The two signs are independent of each other, and agree on this machine whatever it does.</summary>
    [Fact, Trait("Depends", "machine")]
    public void ThisMachinesSignsAgree()
    {
        var seen = new ReadFaultProbe().Try();
        Assert.Equal(seen.TakesAPage, !seen.WriteFaultsAgain);
        Assert.Equal(ReadFault.Here.Value, seen);
    }

    /// <summary>Other threads' memory, and collections in the middle, change nothing.</summary>
    [Fact]
    public void NoiseOfOtherThreadsIsNotSeen()
    {
        bool stop = false;
        var other = new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                using var memory = Mapping.Anonymous(512);
                Region.TouchEach(memory);
                GC.Collect(0);
            }
        });
        other.Start();
        try
        {
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal(ReadFault.Here.Value, new ReadFaultProbe().Try());
                Assert.Equal(ReadFault.OfOwnPage, new ReadFaultProbe(Populated).Try());
            }
        }
        finally
        {
            Volatile.Write(ref stop, true);
            other.Join();
        }
    }

    [Fact, Trait("Depends", "machine")]
    public void WhereNoFaultsAreCountedThePageTableTells()
    {
        using var page = Populated(1);
        Assert.SkipWhen(PageMap.CountOwn(page) is null, "no /proc/self/pagemap");
        Assert.Equal(ReadFault.Here.Value, new ReadFaultProbe(faults: new ThreadFaults(() => 0)).Try());
        Assert.Equal(ReadFault.OfOwnPage, new ReadFaultProbe(Populated, new ThreadFaults(() => 0)).Try());
    }

    [Fact]
    public void WithoutMemoryToTryItIsAsEverywhere()
    {
        Assert.Equal(ReadFault.OfZeroPage, new ReadFaultProbe(_ => throw new Interop.SystemError("mmap", 12)).Try());
        Assert.Equal(FaultAround.Usual, new FaultAroundProbe((_, _) => throw new Interop.SystemError("mmap", 12)).Try());
    }

    [Fact]
    public void WithASharedZeroPageReadingIsFreeAndWritingFaultsAgain()
    {
        var zero = new Lazy<ReadFault>(ReadFault.OfZeroPage);
        Assert.Equal(0, new AnonymousRead(zero).AnonymousPages);
        Assert.Null(new WriteAfterRead(zero).WhyNot());
    }

    [Fact]
    public void WithoutOneReadingPromisesAPageAndTheWriteAfterItIsLeftOut()
    {
        var own = new Lazy<ReadFault>(ReadFault.OfOwnPage);
        Assert.Equal(1, new AnonymousRead(own).AnonymousPages);
        Assert.Null(new AnonymousRead(own).WhyNot());
        Assert.Contains("without a shared zero page", new AnonymousRead(own).Why, StringComparison.Ordinal);
        var left = new WriteAfterRead(own);
        Assert.Equal("a read fault brings a page of its own here, not the shared zero page, so that the write after it faults no more",
            left.WhyNot());
        Assert.Contains("zero page", left.Remedy, StringComparison.Ordinal);
    }

    /// <summary>
    /// Where userfaultfd watches a file's mapping, the kernel maps no neighbours: on real memory, a machine without fault-around.
    /// </summary>
    [Fact, Trait("Depends", "machine")]
    public void AFileWithoutFaultAroundIsTakenForSuch()
    {
        var alone = new SharedFileReadAlone();
        string? reason = alone.WhyNot();
        Assert.SkipWhen(reason is not null, reason ?? "");
        using var registrar = Userfaultfd.TryOpen(Userfaultfd.UFFD_FEATURE_WP_HUGETLBFS_SHMEM, out _)!;
        var probe = new FaultAroundProbe((file, pages) =>
        {
            var mapping = SharedFileRead.MapFile(file, pages);
            registrar.Register(mapping, Userfaultfd.UFFDIO_REGISTER_MODE_WP);
            return mapping;
        });
        Assert.Equal(1, probe.Try().Pages);
    }

    /// <summary>Counts as a kernel would give them, with a few faults of the runtime's own on top.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 5)]
    [InlineData(16, 0)]
    [InlineData(16, 3)]
    [InlineData(64, 1)]
    [InlineData(256, 1)]
    public void FaultAroundIsFoundByCounting(int around, int noise)
    {
        long faults = 0;
        int mapped = 0;
        bool before = true;
        // Asked before and after each reading: the second answer is the first and what the reading took.
        var counter = new ThreadFaults(() => (before = !before) ? faults += mapped / around + noise : faults);
        var probe = new FaultAroundProbe((file, pages) => SharedFileRead.MapFile(file, mapped = pages), counter);
        Assert.Equal(around, probe.Try().Pages);
    }

    [Fact]
    public void WhereNoFaultsAreCountedFaultAroundIsTheKernelsDefault() =>
        Assert.Equal(FaultAround.Usual, new FaultAroundProbe(faults: new ThreadFaults(() => 0)).Try());

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(64)]
    public void SharedFileReadPromisesWhatWasFound(int pages)
    {
        var kind = new SharedFileRead(new Lazy<FaultAround>(new FaultAround(pages)));
        Assert.Equal(1.0 / pages, kind.Promise(new Bench.Workloads.Faults.Orders.Sequential().Walk(4096)).Traps, 1e-12);
    }

    // As if each page had been a fault when it was read.
    private static ThreadFaults CountsReadsToo()
    {
        int asked = 0;
        return new ThreadFaults(() => (asked++ % 4) switch { 0 => 0, _ => 64 });
    }

    private static Mapping Populated(int pages)
    {
        var memory = Mapping.Anonymous(pages);
        memory.Advise(Mman.MADV_NOHUGEPAGE);
        Region.TouchEach(memory);
        return memory;
    }
}
