using System.Reflection;
using System.Runtime.ExceptionServices;
using Bench.Interop.Scheduling;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>
/// A row of the suite that is set up in this process, on the region as it is now, to be run as BenchmarkDotNet would; cleaned up when
/// disposed of. What its methods throw, members here throw.
/// </summary>
internal sealed class CaseInProcess : IDisposable
{
    private readonly BenchmarkCase row;
    private readonly object workload;
    private readonly IDisposable? meter;

    private CaseInProcess(BenchmarkCase row, object workload, IDisposable? meter) =>
        (this.row, this.workload, this.meter) = (row, workload, meter);

    /// <summary>Sets up a row.</summary>
    public static CaseInProcess SetUp(BenchmarkCase row)
    {
        object workload = CaseInstance.Of(row);
        var running = new CaseInProcess(row, workload, Employ(workload));
        try
        {
            running.Call(row.Descriptor.GlobalSetupMethod);
            return running;
        }
        catch
        {
            running.meter?.Dispose();
            throw;
        }
    }

    /// <summary>Operations in one invocation.</summary>
    public long Operations => workload is ICountsOperations counted ? counted.OperationsPerInvocation : row.Descriptor.OperationsPerInvoke;

    /// <summary>What one operation is.</summary>
    public string Operation => workload is ICountsOperations counted ? counted.Unit : "operation";

    /// <summary>What comes before an iteration's clock.</summary>
    public void BeforeIteration() => Call(row.Descriptor.IterationSetupMethod);

    /// <summary>What is measured.</summary>
    public void Invoke() => Call(row.Descriptor.WorkloadMethod);

    /// <summary>What comes after an iteration's clock.</summary>
    public void AfterIteration() => Call(row.Descriptor.IterationCleanupMethod);

    public void Dispose()
    {
        using (meter)
            Call(row.Descriptor.GlobalCleanupMethod);
    }

    private static IDisposable? Employ(object workload)
    {
        if (!OperatingSystem.IsLinux() || workload is not IEmploysWorkers employer)
            return null;
        employer.Processors = Sched.GetAffinity();
        return employer.OpenMeter();
    }

    private void Call(MethodInfo? method)
    {
        try
        {
            method?.Invoke(workload, null);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
        }
    }
}
