using Bench.Results.Tries;

namespace Bench.Results.Judge.Tries;

/// <summary>
/// Which settings are worth more rounds, by those over all. What these say is not judged: the best of many looks better than it is.
/// </summary>
public static class Finalists
{
    /// <summary>How many go on besides today's.</summary>
    public const int Count = 2;

    /// <summary>
    /// The quickest <see cref="Count"/> of those that keep to the memory limit, quickest first, each by its quickest launch: what disturbs
    /// one of a few only makes it slower.
    /// </summary>
    /// <param name="today">As the system stands.</param>
    /// <param name="others">The others, with as many launches in the same rounds.</param>
    /// <param name="time">By which they are compared.</param>
    /// <param name="memoryLimit">Most memory as a multiple of today's; null: as much as it takes.</param>
    public static IReadOnlyList<TriedSetting> Of(
        TriedSetting today, IReadOnlyList<TriedSetting> others, JudgedTime time, double? memoryLimit) =>
    [
        .. others.Where(setting => memoryLimit is not { } limit || MemoryCost.Of(today, setting) is not { } cost || cost <= limit)
            .OrderBy(setting => setting.Looked.Min(time.Of)).Take(Count),
    ];
}
