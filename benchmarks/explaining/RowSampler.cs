using System.Diagnostics;
using System.Runtime.Versioning;
using Bench.Interop.Perf;
using Bench.Interop.Processes;
using Bench.Interop.Time;
using Bench.Record;
using Bench.Results.Profiles;
using Bench.Results.Statistics;
using Bench.Selecting;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Running;

namespace Bench.Explaining;

/// <summary>
/// Samples where this thread is while it runs a row. Iterations come in turns of four, plain, sampled, sampled, plain, so that what drifts
/// meets both alike.
/// </summary>
/// <param name="symbols">The kernel's functions.</param>
/// <param name="samples">How many samples are enough.</param>
/// <param name="rate">Samples a second of running; null for as many as disturb little.</param>
[SupportedOSPlatform("linux")]
internal sealed class RowSampler(KernelSymbols symbols, int samples, int? rate)
{
    private const int LeastTurns = 3;
    private const long LeastIteration = 20_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Why a row can't be sampled; null where it can.</summary>
    public static string? WhyNot(BenchmarkCase row) =>
        CaseInstance.Of(row) is IEmploysWorkers ? "other threads or processes do its work, and only the measuring thread is sampled" : null;

    /// <summary>Runs a row.</summary>
    /// <exception cref="Interop.SystemError">The event can't be opened any more.</exception>
    public Profile Run(BenchmarkCase row)
    {
        using var pin = PinnedThread.Pin();
        using var running = CaseInProcess.SetUp(row);
        int invocations = Fill(row, running);
        int hertz = rate ?? SamplingRate.Bearable(Turns(running, invocations, SamplingRate.Highest, 0).Slowdown);
        var turns = Turns(running, invocations, hertz, samples);
        return new Profile
        {
            FullName = FullNameProvider.GetBenchmarkName(row),
            Title = CaseName.Of(row),
            Operation = running.Operation,
            Event = turns.Event,
            IsTimer = turns.IsTimer,
            Hertz = hertz,
            Nanoseconds = turns.Plain / invocations / running.Operations,
            Slowdown = turns.Slowdown,
            Turns = turns.Count,
            Lost = turns.Taken.Lost,
            Throttled = turns.Taken.Throttled,
            Stacks = StacksOf(turns.Taken),
        };
    }

    private static SampledTurns Turns(CaseInProcess running, int invocations, int hertz, int samples)
    {
        using var sampled = SampledEvent.TryOpen(hertz, out string reason) ?? throw new InvalidOperationException(reason);
        var taken = new TakenSamples();
        List<double> plain = [], turns = [];
        for (long start = Stopwatch.GetTimestamp(); !IsEnough(taken, samples, turns.Count, start);)
        {
            double[] times = [Plain(), Sampled(), Sampled(), Plain()];
            plain.AddRange([times[0], times[3]]);
            turns.Add((times[1] + times[2]) / (times[0] + times[3]));
        }
        return new SampledTurns(sampled.Name, sampled.IsTimer, Quantiles.Median(plain), Quantiles.Median(turns) - 1, turns.Count, taken);

        double Plain() => Iteration(running, invocations, null);

        double Sampled()
        {
            double time = Iteration(running, invocations, sampled);
            sampled.MoveTo(taken);
            return time;
        }
    }

    private static bool IsEnough(TakenSamples taken, int samples, int turns, long start) =>
        turns >= LeastTurns && (taken.Samples.Count >= samples || Stopwatch.GetElapsedTime(start) > Longest);

    // An iteration of calls lasts for many samples; one of a region is one invocation. The first compiles it.
    private static int Fill(BenchmarkCase row, CaseInProcess running)
    {
        bool once = row.Job.Run.InvocationCount == 1;
        int invocations = 1;
        Iteration(running, invocations, null);
        while (Iteration(running, invocations, null) < LeastIteration && !once)
            invocations *= 2;
        return invocations;
    }

    // CPU nanoseconds.
    private static double Iteration(CaseInProcess running, int invocations, SampledEvent? sampled)
    {
        running.BeforeIteration();
        long start = Clock.ThreadCpuNanoseconds();
        sampled?.Enable();
        for (int i = 0; i < invocations; i++)
            running.Invoke();
        sampled?.Disable();
        long end = Clock.ThreadCpuNanoseconds();
        running.AfterIteration();
        return end - start;
    }

    private SampledStack[] StacksOf(TakenSamples taken) =>
    [
        .. taken.Samples.Select(sample => Named(sample.Kernel)).GroupBy(names => string.Join(';', names), StringComparer.Ordinal)
            .Select(group => new SampledStack(group.First(), group.Count()))
            .OrderBy(stack => string.Join(';', stack.Functions), StringComparer.Ordinal),
    ];

    // A caller's address is that of the instruction after its call, which may be another function's first.
    private string[] Named(ulong[] kernel) =>
        [.. kernel.Select((address, at) => symbols.Find(at == 0 ? address : address - 1) ?? $"0x{address:x}").Reverse()];
}
