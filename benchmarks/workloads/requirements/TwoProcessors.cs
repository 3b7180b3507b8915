using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Scheduling;

namespace Bench.Workloads.Requirements;

/// <summary>Two processors that this process may use.</summary>
[SupportedOSPlatform("linux")]
public sealed class TwoProcessors : IRequirement
{
    public string Remedy => "run where this process may use two processors (taskset -p $$ shows which)";

    /// <summary>How many there are, pinned threads aside.</summary>
    public static int Usable
    {
        get
        {
            try
            {
                return Sched.GetAffinity().Length;
            }
            catch (SystemError)
            {
                return Environment.ProcessorCount;
            }
        }
    }

    public string? WhyNot() => Usable >= 2 ? null : "needs two processors; this process may use one";
}
