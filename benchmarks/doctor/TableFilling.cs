using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Time;
using Bench.Results.Judge.Parts;
using Bench.Results.Statistics;

namespace Bench.Doctor;

/// <summary>What the first use of a page takes that the kernel has mapped already, in CPU nanoseconds: medians of some rounds.</summary>
/// <param name="FirstUse">The first write to such a page.</param>
/// <param name="NextUse">The next one.</param>
/// <param name="Clearing">Clearing it by the kernel.</param>
/// <param name="Paging">Who fills the tables that the processor reads, by what a first use takes longer than the other two.</param>
internal sealed unsafe record TableFilling(double FirstUse, double NextUse, double Clearing, Paging Paging)
{
    // A few milliseconds of a machine whose first use takes 8 us.
    private const int Pages = 512, Rounds = 9;

    /// <summary>Whether a hypervisor fills tables of its own.</summary>
    public bool IsByHypervisor => Paging == Paging.Hypervisor;

    /// <summary>Takes it; null where the kernel doesn't map pages ahead of their use, or can't clear them so.</summary>
    [SupportedOSPlatform("linux")]
    public static TableFilling? Measure()
    {
        int zeros = Unistd.open("/dev/zero", Unistd.O_RDONLY | Unistd.O_CLOEXEC);
        if (zeros < 0)
            return null;
        try
        {
            (double First, double Next, double Clearing)?[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Round(zeros))];
            return rounds.All(round => round is not null) ? Of([.. rounds.Select(round => round!.Value)]) : null;
        }
        finally
        {
            Unistd.close(zeros);
        }
    }

    private static TableFilling Of((double First, double Next, double Clearing)[] rounds) => new(
        Quantiles.Median(rounds.Select(round => round.First)),
        Quantiles.Median(rounds.Select(round => round.Next)),
        Quantiles.Median(rounds.Select(round => round.Clearing)),
        TouchParts.PagingBy(Estimate.OfRounds(rounds.Select(round => round.First - round.Next - round.Clearing))));

    [SupportedOSPlatform("linux")]
    private static (double First, double Next, double Clearing)? Round(int zeros)
    {
        using var memory = Mapping.Anonymous(Pages);
        memory.Advise(Mman.MADV_NOHUGEPAGE);
        if (Mman.madvise(memory.Address, memory.Length, Mman.MADV_POPULATE_WRITE) != 0)
            return null;
        double first = Time(() => Touch(memory)), next = Time(() => Touch(memory));
        nint cleared = 0;
        double clearing = Time(() => cleared = Unistd.read(zeros, memory.Address, memory.Length));
        return cleared == (nint)memory.Length ? (first, next, clearing) : null;
    }

    [SupportedOSPlatform("linux")]
    private static double Time(Action work)
    {
        long start = Clock.ThreadCpuNanoseconds();
        work();
        return (double)(Clock.ThreadCpuNanoseconds() - start) / Pages;
    }

    [SupportedOSPlatform("linux")]
    private static void Touch(Mapping memory)
    {
        byte* address = memory.Address;
        for (long page = 0; page < Pages; page++)
            address[page * PageSize.Bytes] = 1;
    }
}
