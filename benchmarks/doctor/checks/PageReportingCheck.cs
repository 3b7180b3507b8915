using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether free memory is given back to the host.</summary>
internal sealed class PageReportingCheck() : Check("page_reporting", FindingKind.Noise, "Balloon",
    "memory that a guest gives back must be backed by the host again at its next fault, at 3 to 10 times the cost")
{
    private const string Balloon = "/sys/bus/virtio/drivers/virtio_balloon";

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!tree.Names(Balloon).Any(name => name.StartsWith("virtio", StringComparison.Ordinal)))
            return [Ok("no virtio balloon")];
        // Feature bit 5, VIRTIO_BALLOON_F_REPORTING (include/uapi/linux/virtio_balloon.h).
        string features = string.Concat(tree.Names(Balloon).Select(name => tree.Line($"{Balloon}/{name}/features")).OfType<string>());
        bool reports = features.Length > 5 && features[5] == '1';
        return [Noisy(reports ? "virtio balloon with free page reporting" : "virtio balloon",
            "remove the balloon from this machine's settings on the host; the suite warms memory first")];
    }
}
