using Bench.Interop.Memory;

namespace Bench.Tests;

/// <summary>Which pages of a mapping are resident (mincore(2)).</summary>
internal static class ResidentPages
{
    /// <summary>How many are.</summary>
    public static long CountResident(this Mapping mapping) => mapping.CountResident(new byte[mapping.PageCount]);

    /// <summary>One byte a page, bit 0 set where it is.</summary>
    public static byte[] Residency(this Mapping mapping)
    {
        byte[] states = new byte[mapping.PageCount];
        mapping.CountResident(states);
        return states;
    }
}
