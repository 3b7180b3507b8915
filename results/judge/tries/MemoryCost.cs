using Bench.Results.Tries;

namespace Bench.Results.Judge.Tries;

/// <summary>Memory under a setting as a multiple of today's.</summary>
public static class MemoryCost
{
    /// <summary>The ratio of the medians; null where one is not known.</summary>
    public static double? Of(TriedSetting today, TriedSetting setting) => setting.MemoryBytes / today.MemoryBytes;
}
