using System.Runtime.Versioning;
using System.Text.Json;
using Bench.Machine.Readers;
using Bench.Workloads.Faults.Kinds;

namespace Bench.Doctor.Checks;

/// <summary>Every kind of fault; each says itself whether this machine has it.</summary>
internal sealed class KindsCheck() : Check("fault_kind", FindingKind.Measures, "FaultKinds", "")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => OperatingSystem.IsLinux() ? EachKind() : [];

    [SupportedOSPlatform("linux")]
    private static IEnumerable<Finding> EachKind() => FaultKind.All.Select(kind =>
    {
        string? whyNot = kind.WhyNot();
        return new Finding(
            $"fault_kind_{JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.Name)}",
            FindingKind.Measures,
            kind.Name,
            whyNot is null ? Severity.Ok : Severity.Missing,
            whyNot ?? $"{kind.PagesPerFault} {(kind.PagesPerFault == 1 ? "page" : "pages")} per fault, "
                + (kind.AnonymousPages == 0 ? "no anonymous memory" : "each anonymous memory of its own"),
            kind.Why,
            whyNot is null ? null : kind.Remedy);
    });
}
