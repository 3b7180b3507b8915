using System.Diagnostics;
using Bench.Interop.Processes;
using Bench.Record;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Characteristics;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;

namespace Bench.Measuring;

/// <summary>BenchmarkDotNet's engine; when it is done, what was counted goes to the spool.</summary>
internal sealed class CountingEngine(
    IEngine engine, string benchmark, object? workload, FaultPromise? promise, MeteredActions actions, ReadingsBeside beside,
    IThreadMeter meter, PinnedThread pin, Turns turns, long start) : IEngine
{
    private bool ran;

    public IHost Host => engine.Host;

    public Job TargetJob => engine.TargetJob;

    public long OperationsPerInvoke => engine.OperationsPerInvoke;

    public Action? GlobalSetupAction => engine.GlobalSetupAction;

    public Action? GlobalCleanupAction => engine.GlobalCleanupAction;

    public Action<long> WorkloadAction => engine.WorkloadAction;

    public Action<long> OverheadAction => engine.OverheadAction;

    public IResolver Resolver => engine.Resolver;

    public void WriteLine() => engine.WriteLine();

    public void WriteLine(string line) => engine.WriteLine(line);

    public Measurement RunIteration(IterationData data) => engine.RunIteration(data);

    public RunResults Run()
    {
        var results = engine.Run();
        // Somebody may have changed them meanwhile.
        if (OperatingSystem.IsLinux())
            ExpectedSettings.ThrowIfOtherwise();
        ran = true;
        return results;
    }

    public void Dispose()
    {
        engine.Dispose();
        pin.Dispose();
        turns.Dispose();
        if (ran)
        {
            CountSpool.FromEnvironment()?.Append(new LaunchCounts(
                benchmark,
                meter.Source,
                meter.CountsTrapsOnly ? promise?.Traps : promise?.All,
                promise?.Tolerance ?? 0,
                pin.Processor,
                actions.TimedNanoseconds,
                Stopwatch.GetElapsedTime(start).TotalNanoseconds,
                actions.Kept)
            {
                Beside = beside.Named,
                Memory = (workload as IWeighsMemory)?.MemoryCost,
                Waits = workload is IWaits { Waits: true } or IEmploysWorkers,
            });
        }
        beside.Dispose();
        meter.Dispose();
    }
}
