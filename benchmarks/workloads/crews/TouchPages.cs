using System.Runtime.Versioning;
using Bench.Interop.Memory;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Workloads.Crews;

/// <summary>Touch pages of a region, first to last.</summary>
/// <param name="Mechanism">Its name.</param>
/// <param name="Pages">Pages per fault.</param>
/// <param name="First">First page; 0 in a region of the worker's own.</param>
/// <param name="Count">Pages to touch.</param>
/// <param name="Region">Pages of the region that workers share; 0 where each has one.</param>
/// <param name="File">Descriptor of the file that processes share as their region; -1 for none.</param>
[SupportedOSPlatform("linux")]
internal sealed record TouchPages(string Mechanism, int Pages, int First, int Count, int Region = 0, int File = -1) : Assignment
{
    // Between two regions of one address space: without it they merge, and their faults share one VMA's lock.
    private const int GuardPages = 512;

    public override IJob Begin(Func<Mapping>? common)
    {
        var mechanism = Faults.Mechanisms.Mechanism.All.Single(mechanism => mechanism.Name == Mechanism);
        int[] steps = [.. Enumerable.Range(First, Count)];
        return common is not null
            ? new TouchJob(mechanism, Pages, steps, common, static _ => { })
            : new TouchJob(mechanism, Pages, steps, File >= 0 ? () => Mapping.Shared(File, Region) : OwnRegion,
                static region => region.Dispose());
    }

    private Mapping OwnRegion()
    {
        var region = Mapping.Anonymous(Count + GuardPages, Workloads.Faults.Region.Alignment);
        region.Forbid(Count, GuardPages);
        return region;
    }
}

[SupportedOSPlatform("linux")]
internal sealed class TouchJob(Mechanism mechanism, int pages, int[] steps, Func<Mapping> map, Action<Mapping> unmap) : IJob
{
    private Mapping? region;

    public void Rehearse()
    {
        using var small = Mapping.Anonymous(pages);
        mechanism.Prepare(small, pages);
        mechanism.Touch(small, Enumerable.Range(0, pages).ToArray(), pages);
    }

    public void Prepare()
    {
        region = map();
        mechanism.Prepare(region, pages);
    }

    public void Work(Func<bool> wanted, ref long progress) => mechanism.Touch(region!, steps, pages);

    public void Release()
    {
        if (region is not null)
            unmap(region);
        region = null;
    }
}
