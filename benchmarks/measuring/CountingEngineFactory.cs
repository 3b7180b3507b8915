using System.Diagnostics;
using System.Reflection;
using System.Runtime.Versioning;
using Bench.Interop.Processes;
using Bench.Interop.Time;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Bench.Measuring;

/// <summary>
/// BenchmarkDotNet's engine, with operations per invocation taken from the case's parameters (which makes every mean, error, CSV and JSON
/// natively per operation), the thread pinned, and every iteration's faults, CPU time and context switches counted.
/// </summary>
public sealed class CountingEngineFactory : IEngineFactory
{
    public IEngine CreateReadyToRun(EngineParameters engineParameters)
    {
        long start = Stopwatch.GetTimestamp();
        if (OperatingSystem.IsLinux())
        {
            ParentProcess.EndWithIt();
            ExpectedSettings.ThrowIfOtherwise();
        }
        object workload = FindWorkload(engineParameters);
        if (workload is ICountsOperations counted)
            engineParameters.OperationsPerInvoke = counted.OperationsPerInvocation;

        var turns = Turns.Join();
        if (Turns.Taken)
        {
            // After the set-up, which is outside the clock: waiting for a turn must be, too.
            var setUp = engineParameters.IterationSetupAction;
            engineParameters.IterationSetupAction = () =>
            {
                setUp();
                turns.Take();
            };
        }

        var pin = PinnedThread.Pin();
        var employer = workload as IEmploysWorkers;
        if (employer is not null)
            employer.Processors = pin.Allowed;
        var meter = employer?.OpenMeter() ?? (OperatingSystem.IsLinux() ? new LinuxThreadMeter() : new NoThreadMeter());
        // Workers are not measured on this thread, and where instructions are counted nothing is quicker than anything else.
        var slices = OperatingSystem.IsLinux() && employer is null && Yardstick.Tells ? new Slices(Clock.ThreadCpuNanoseconds) : null;
        var actions = new MeteredActions(meter, slices, engineParameters.OperationsPerInvoke, engineParameters.UnrollFactor);
        engineParameters.WorkloadActionUnroll = actions.Unrolled(engineParameters.WorkloadActionUnroll);
        engineParameters.WorkloadActionNoUnroll = actions.Single(engineParameters.WorkloadActionNoUnroll);
        engineParameters.Host = new MainRunHost(engineParameters.Host, actions, turns);
        // Launches in turns need no yardstick.
        if (OperatingSystem.IsLinux() && slices is not null && !Turns.Taken)
            HoldAgainst(new Yardstick(clears: workload is IWeighsMemory), engineParameters, actions);
        // Of workers on other threads this one's counters tell nothing.
        var counters = OperatingSystem.IsLinux() && employer is null ? HardwareReading.All() : [];
        var beside = new ReadingsBeside(
            [.. Catalogue.Of<IterationReading>(), .. WorkloadReading.AllOf(workload), .. counters], () => actions.MainRun);
        beside.Join(engineParameters);
        if (FillsIterations(engineParameters))
            PilotAfterSetUp(engineParameters, workload is IWaits { Waits: true } ? Wall : () => meter.Read().CpuNanoseconds);

        var engine = new EngineFactory().CreateReadyToRun(engineParameters);
        return new CountingEngine(engine, engineParameters.BenchmarkName, workload, (workload as IPromisesFaults)?.Promise, actions, beside,
            meter, pin, turns, start);
    }

    private static bool FillsIterations(EngineParameters parameters) =>
        OperatingSystem.IsLinux() && parameters.NeedsJitting && !parameters.HasInvocationCount
            && parameters.TargetJob.HasValue(RunMode.IterationTimeCharacteristic);

    // BenchmarkDotNet's factory runs the set-up first and asks for the number of invocations afterwards.
    private static void PilotAfterSetUp(EngineParameters parameters, Func<double> clock)
    {
        var setUp = parameters.GlobalSetupAction;
        int unroll = parameters.UnrollFactor;
        parameters.GlobalSetupAction = () =>
        {
            setUp();
            long repetitions = new Pilot(clock, parameters.IterationTime.ToNanoseconds()).Repetitions(parameters.WorkloadActionUnroll);
            parameters.TargetJob = parameters.TargetJob.WithInvocationCount(repetitions * unroll);
        };
    }

    [SupportedOSPlatform("linux")]
    private static void HoldAgainst(Yardstick yardstick, EngineParameters parameters, MeteredActions actions)
    {
        var (setUp, cleanUp, globalCleanUp) = (parameters.IterationSetupAction, parameters.IterationCleanupAction,
            parameters.GlobalCleanupAction);
        parameters.IterationSetupAction = () =>
        {
            setUp();
            yardstick.Begin();
        };
        parameters.IterationCleanupAction = () =>
        {
            actions.Keep(yardstick.End());
            cleanUp();
        };
        parameters.GlobalCleanupAction = () =>
        {
            globalCleanUp();
            yardstick.Dispose();
        };
    }

    private static double Wall() => Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);

    /// <summary>
    /// The benchmark object: the target of what is measured, or of the set-up. The toolchain without Emit wraps its actions, so that the
    /// object is found one delegate deeper.
    /// </summary>
    /// <exception cref="InvalidOperationException">It isn't there: without its contracts the row would be unscaled.</exception>
    private static object FindWorkload(EngineParameters parameters)
    {
        object?[] targets = [parameters.WorkloadActionNoUnroll.Target, parameters.GlobalSetupAction?.Target];
        return targets.OfType<object>().SelectMany(target => Behind(target).Prepend(target))
            .FirstOrDefault(target => target.GetType().IsDefined(typeof(SuiteJobAttribute), inherit: true))
            ?? throw new InvalidOperationException(
                $"{parameters.BenchmarkName}: its benchmark object was not found behind BenchmarkDotNet's actions");
    }

    private static IEnumerable<object> Behind(object target) => target.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        .Select(field => (field.GetValue(target) as Delegate)?.Target)
        .OfType<object>();
}
