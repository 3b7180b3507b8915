using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Children;
using Bench.Machine.Readers;

namespace Bench.Trying;

/// <summary>How the memory of launches is learnt: by a control group of their own where one can be made, else by looking at it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MemoryWatch
{
    private const string Controller = "memory";

    private readonly Func<int, ControlGroup>? make;
    private int made;

    private MemoryWatch(Func<int, ControlGroup>? make, string? whyNoGroup)
    {
        this.make = make;
        WhyNoGroup = whyNoGroup;
    }

    /// <summary>What the numbers are: the heading of their column.</summary>
    public string Heading => make is null ? "sampled" : "charged, with page cache";

    /// <summary>Why memory is sampled; null where it isn't.</summary>
    public string? WhyNoGroup { get; }

    /// <summary>The nearest place where a group can be made that tells its peak.</summary>
    public static MemoryWatch Find()
    {
        string why = "no memory controller is mounted";
        foreach (var place in Cgroups.Binding(new SystemTree(), Controller))
        {
            if (TryPlace(place, Cgroups.Binding(new SystemTree(), Controller)[0].Path, out string whyNot) is { } make)
                return new MemoryWatch(make, null);
            why = whyNot;
        }
        return new MemoryWatch(null, why);
    }

    /// <summary>One that looks.</summary>
    public static MemoryWatch Sampling(string why) => new(null, why);

    /// <summary>The group of the next launch; null where memory is sampled.</summary>
    public ControlGroup? Next() => make?.Invoke(made++);

    private static Func<int, ControlGroup>? TryPlace(CgroupDirectory place, string home, out string whyNot)
    {
        try
        {
            ControlGroup.Sweep(place.Path);
            Func<int, ControlGroup> make =
                place.IsV2 ? number => new ControlGroupV2(place.Path, number, home) : number => new ControlGroupV1(place.Path, number);
            using var probe = make(-1);
            whyNot = "the kernel tells no peak (memory.peak, since Linux 5.19)";
            return probe.PeakBytes is null ? null : make;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SystemError)
        {
            whyNot = e.Message;
            return null;
        }
    }
}
