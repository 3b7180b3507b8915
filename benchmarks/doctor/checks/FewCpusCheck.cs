using Bench.Interop.Scheduling;
using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether there are processors to spare.</summary>
internal sealed class FewCpusCheck() : Check("few_cpus", FindingKind.Noise, "Processors",
    "the benchmark needs one to itself, and the rest of the system another")
{
    private const int Enough = 4;

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        int count = Sched.GetAffinity().Length;
        string seen = $"{count} to this process";
        const string Fix = "use a machine with 4 or more, or start from a shell that is not confined (taskset -p $$)";
        return [count >= Enough ? Ok(seen) : count == 1 ? Noisy(seen, Fix) : Note(seen, Fix)];
    }
}
