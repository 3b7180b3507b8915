using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using Bench.Machine.Readers;
using Bench.Workloads.Faults.Mechanisms;

namespace Bench.Doctor.Checks;

/// <summary>Every mechanism of the page-fault benchmarks, size by size; each says itself what it can do here.</summary>
internal sealed class MechanismsCheck() : Check("page_fault", FindingKind.Measures, "PageFault", "")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => OperatingSystem.IsLinux() ? EachSize() : [];

    [SupportedOSPlatform("linux")]
    private static IEnumerable<Finding> EachSize()
    {
        foreach (var mechanism in Mechanism.All)
        {
            foreach (int pages in mechanism.PagesPerFault)
            {
                string? whyNot = mechanism.WhyNot(pages, leaveSettings: false);
                string seen = whyNot
                    ?? (mechanism.WhyNot(pages, leaveSettings: true) is null
                        ? "pages per fault"
                        : "pages per fault, by a setting that a run changes and puts back");
                yield return new Finding(
                    string.Create(CultureInfo.InvariantCulture,
                        $"page_fault_{JsonNamingPolicy.SnakeCaseLower.ConvertName(mechanism.Name)}_{pages}"),
                    FindingKind.Measures,
                    $"{mechanism.Name} {pages}",
                    whyNot is null ? Severity.Ok : Severity.Missing,
                    seen,
                    mechanism.Why,
                    whyNot is null ? null : mechanism.Remedy(pages));
            }
        }
    }
}
