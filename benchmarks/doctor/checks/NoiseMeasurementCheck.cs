using System.Globalization;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>How noisy the machine is now, measured for a second rather than deduced.</summary>
internal sealed class NoiseMeasurementCheck() : Check("noise_measured", FindingKind.Noise, "Measured now",
    "one second is a sample, not a verdict: it shows how far a short measurement may be off on this machine, at this moment")
{
    // What an idle machine without a hypervisor stays well below.
    private const double EvenP99 = 1.10, EvenDrift = 1.05, LittleStolen = 0.5;

    public override bool NeedsLinux => false;

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        var noise = SpinNoise.Measure(tree, TimeSpan.FromSeconds(1));
        string stolen = noise.StolenPercent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %")
            : SystemTree.Unknown;
        string seen = string.Create(CultureInfo.InvariantCulture,
            $"p99 {noise.P99Ratio:0.00} x the median, slowest tenth {noise.DriftRatio:0.00} x the fastest, worst "
                + $"{noise.WorstMilliseconds:0.0} ms, stolen by the host {stolen} ({noise.Rounds} times the same "
                + $"{noise.MedianMicroseconds:0} us loop)");
        bool even = noise.P99Ratio <= EvenP99 && noise.DriftRatio <= EvenDrift && !(noise.StolenPercent > LittleStolen);
        return [even ? Ok(seen) : Noisy(seen, "mend what else is listed here and look again; until then take more launches")];
    }
}
