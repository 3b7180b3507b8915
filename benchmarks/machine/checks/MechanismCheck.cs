using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using Bench.Machine.Readers;
using Bench.Workloads.Mechanisms;

namespace Bench.Machine.Checks;

/// <summary>A mechanism of the page-fault benchmarks, size by size; the mechanism itself says what it can do here.</summary>
/// <param name="name">The mechanism's name.</param>
/// <param name="why">Why it is measured.</param>
internal abstract class MechanismCheck(string name, string why)
    : Check($"page_fault_{JsonNamingPolicy.SnakeCaseLower.ConvertName(name)}", FindingKind.Measures, name, why)
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => OperatingSystem.IsLinux() ? EachSize(tree) : [];

    /// <summary>What gives this machine a size that it hasn't got.</summary>
    protected abstract string Fix(SystemTree tree, int pages);

    [SupportedOSPlatform("linux")]
    private IEnumerable<Finding> EachSize(SystemTree tree)
    {
        foreach (var mechanism in Mechanism.All.Where(mechanism => mechanism.Name == Title))
        {
            foreach (int pages in mechanism.PagesPerFault)
            {
                var finding = mechanism.WhyNot(pages, leaveSettings: false) is { } whyNot ? Missing(whyNot, Fix(tree, pages))
                    : mechanism.WhyNot(pages, leaveSettings: true) is null ? Ok("pages per fault")
                    : Ok("pages per fault, by a setting that a run changes and puts back");
                yield return finding with { Id = string.Create(CultureInfo.InvariantCulture, $"{Id}_{pages}"), Title = $"{Title} {pages}" };
            }
        }
    }
}
