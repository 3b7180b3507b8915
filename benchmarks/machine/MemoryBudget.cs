using Bench.Interop;
using Bench.Machine.Readers;

namespace Bench.Machine;

/// <summary>How much memory the machine can give to a region, and whether one fits. It is read once; memory comes and goes.</summary>
public sealed class MemoryBudget
{
    private const long RuntimeSlack = 128L << 20;
    private const int IndexBytesPerPage = 4;

    // The widest window is 512 pages; a smaller region holds none.
    private const int FewestPages = 512;

    private readonly long? cgroupLimit;
    private readonly bool cgroupBinds;

    private MemoryBudget(long? memAvailable, CgroupMemory cgroup)
    {
        cgroupLimit = cgroup.Limit;
        cgroupBinds = cgroup.Room is { } room && !(memAvailable < room);
        Available = cgroupBinds ? cgroup.Room : memAvailable;
    }

    /// <summary>
    /// Bytes that can be had: the least of MemAvailable and what control groups leave; null where the system doesn't say.
    /// </summary>
    public long? Available { get; }

    /// <summary>What sets <see cref="Available"/>, for reading: "MemAvailable" or "cgroup limit 1.5 GiB".</summary>
    public string Limiter => cgroupBinds ? $"cgroup limit {ByteSize.Describe(cgroupLimit ?? 0)}" : "MemAvailable";

    /// <summary>
    /// The largest region that fits, a power of two of bytes; null where none does, or where the system doesn't say what there is.
    /// </summary>
    public ByteSize? LargestRegion
    {
        get
        {
            for (long bytes = 1L << 62; Available is not null && bytes >= (long)FewestPages * Environment.SystemPageSize; bytes >>= 1)
            {
                if (Need(bytes) <= Available)
                    return new ByteSize(bytes);
            }
            return null;
        }
    }

    /// <summary>Reads the budget as it is now. Never throws.</summary>
    /// <param name="root">The directory in which /proc and /sys lie.</param>
    public static MemoryBudget Read(string root = "/") => Read(new SystemTree(root));

    internal static MemoryBudget Read(SystemTree tree) => new(MemInfo.Available(tree), CgroupMemory.Read(tree));

    /// <summary>Bytes that a region takes: itself and a quarter for page tables and spare, its order of visits, and the runtime.</summary>
    public static long Need(long regionBytes)
    {
        Int128 region = regionBytes;
        var need = region + region / 4 + region / Environment.SystemPageSize * IndexBytesPerPage + RuntimeSlack;
        return (long)Int128.Min(need, long.MaxValue);
    }

    /// <summary>
    /// One line saying why a region doesn't fit, and which would; null where it does, or where the system doesn't say what there is.
    /// </summary>
    public string? WhyTooLarge(long regionBytes)
    {
        if (Available is not { } available || Need(regionBytes) <= available)
            return null;
        string need = ByteSize.Describe(Need(regionBytes), MidpointRounding.ToPositiveInfinity);
        string offer = ByteSize.Describe(available, MidpointRounding.ToNegativeInfinity);
        string instead = LargestRegion is { } size ? $"use --region {size}" : "no region fits; free some memory";
        return $"a region of {ByteSize.Describe(regionBytes)} needs {need} with its index and spare; this machine can give {offer} "
            + $"({Limiter}): {instead}";
    }
}
