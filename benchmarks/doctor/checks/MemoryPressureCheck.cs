using System.Globalization;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether tasks are waiting for memory (Documentation/accounting/psi.rst).</summary>
internal sealed class MemoryPressureCheck() : Check("memory_pressure", FindingKind.Noise, "Memory pressure",
    "a fault that has to reclaim memory first costs many times one that finds it free")
{
    private const string File = "/proc/pressure/memory";

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        // some avg10=0.00 avg60=0.00 avg300=0.00 total=0
        string[] words = (tree.Line(File) ?? "").Split(' ');
        double? percent = words.Length > 1 && words[1].StartsWith("avg10=", StringComparison.Ordinal)
            ? KernelNumbers.Real(words[1]["avg10=".Length..])
            : null;
        if (percent is not { } waited)
            return [Note("not visible here")];
        string seen = string.Create(CultureInfo.InvariantCulture, $"tasks waited for memory in {waited:0.##} % of the last 10 s");
        return [waited > 0.5 ? Noisy(seen, "free memory, or use a smaller --region") : Ok(seen)];
    }
}
