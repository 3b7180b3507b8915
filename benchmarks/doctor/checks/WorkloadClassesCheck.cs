using System.Text.Json;
using Bench.Machine.Readers;
using Bench.Selecting;
using BenchmarkDotNet.Attributes;

namespace Bench.Doctor.Checks;

/// <summary>Every benchmark class, and how many of its methods have a place on this machine; the suite itself says.</summary>
internal sealed class WorkloadClassesCheck() : Check("class", FindingKind.Measures, "Classes", "its rows are left out here")
{
    public override bool NeedsLinux => false;

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        foreach (var type in WorkloadClasses.All)
        {
            var methods = type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute), inherit: true)).ToList();
            int here = methods.Count(method => AvailableCases.WhyNot(method) is null);
            string rows = methods.Count == 1 ? "" : here == methods.Count ? $" ({here} rows)" : $" ({here} of {methods.Count} rows)";
            var finding = AvailableCases.Lacking(type) is var (reason, remedy)
                ? Missing(reason, remedy)
                : Ok($"--filter '*{type.Name}*'{rows}");
            yield return finding with { Id = $"{Id}_{JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)}", Title = type.Name };
        }
    }
}
