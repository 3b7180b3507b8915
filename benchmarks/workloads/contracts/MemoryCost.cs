using System.Text.Json.Serialization;

namespace Bench.Workloads.Contracts;

/// <summary>What an iteration left in memory.</summary>
/// <param name="TouchedPages">Distinct pages touched.</param>
/// <param name="ResidentPages">Pages of the region in memory (mincore(2)); of a file, those in the page cache.</param>
/// <param name="RssAnonBytes">By how much the process's anonymous memory grew (RssAnon); null where that can't be read. The zero page and
/// shared memory are not in it.</param>
/// <param name="PageBytes">Bytes in a page.</param>
public sealed record MemoryCost(long TouchedPages, long ResidentPages, long? RssAnonBytes, int PageBytes)
{
    /// <summary>Resident bytes per byte of the pages touched: 1 is no waste.</summary>
    [JsonIgnore]
    public double ResidentPerTouched => (double)ResidentPages / TouchedPages;

    /// <summary>The same by the kernel's own account of anonymous memory.</summary>
    [JsonIgnore]
    public double? RssAnonPerTouched => RssAnonBytes is long bytes ? (double)bytes / ((double)TouchedPages * PageBytes) : null;
}
