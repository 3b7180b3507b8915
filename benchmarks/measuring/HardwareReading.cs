using System.Runtime.Versioning;
using Bench.Interop.Perf;

namespace Bench.Measuring;

/// <summary>What the processor counted from right before an iteration to right after it, in one mode.</summary>
/// <param name="name">"UserCycles".</param>
/// <param name="counters">Those whose counts are added.</param>
internal sealed class HardwareReading(string name, IReadOnlyList<IPerfCounter> counters) : IterationReading, IDisposable
{
    private readonly PerfCount[] before = new PerfCount[counters.Count];

    public override string Name => name;

    public override void Begin()
    {
        for (int i = 0; i < before.Length; i++)
            before[i] = counters[i].ReadCount();
    }

    /// <summary>Null where one of them had no counter of the processor's all the while.</summary>
    public override double? End()
    {
        double? sum = 0;
        for (int i = 0; i < before.Length; i++)
            sum += counters[i].ReadCount().Since(before[i]);
        return sum;
    }

    public void Dispose()
    {
        foreach (var counter in counters)
            counter.Dispose();
    }

    /// <summary>A reading's name.</summary>
    public static string NameOf(HardwareEvent hardware, PrivilegeMode mode) => $"{mode}{hardware.Name}";

    /// <summary>All that this machine counts for the calling thread, each event apart in user mode and in the kernel.</summary>
    [SupportedOSPlatform("linux")]
    public static IEnumerable<IterationReading> All() =>
        HardwareEvent.All.SelectMany(hardware => Enum.GetValues<PrivilegeMode>().Select(mode => TryOpen(hardware, mode, out _)))
            .OfType<IterationReading>();

    /// <summary>The reading; null with the reason where the system forbids it or the processor has no such counter.</summary>
    [SupportedOSPlatform("linux")]
    public static HardwareReading? TryOpen(HardwareEvent hardware, PrivilegeMode mode, out string reason)
    {
        List<IPerfCounter> opened = [];
        reason = hardware.Configs.Count == 0 ? "no such event of this kind of processor is known" : "";
        foreach (ulong config in hardware.Configs)
        {
            if (PerfEvent.TryOpen(hardware.Type, config, mode, out reason) is not { } counter)
            {
                opened.ForEach(open => open.Dispose());
                return null;
            }
            opened.Add(counter);
        }
        return opened.Count > 0 ? new HardwareReading(NameOf(hardware, mode), opened) : null;
    }
}
