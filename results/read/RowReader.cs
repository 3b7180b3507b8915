using System.Text.Json;

namespace Bench.Results.Read;

/// <summary>One entry of a report's Benchmarks.</summary>
internal static class RowReader
{
    // Beyond this the sum of a run would overflow no double, but no clock measured it either: 30 years in nanoseconds.
    private const double LongestIteration = 1e18;

    /// <summary>The row, or why there is none: a benchmark that failed has no measurements but still has an entry.</summary>
    public static (BenchmarkRow? Row, LeftOut? LeftOut) Read(ReportNode node)
    {
        var fullName = node.Required("FullName").Name();
        if (node.Optional("Measurements") is not { } measurements)
            throw node.Wrong("has no Measurements: a full report is needed (--exporters fulljson)");

        var launches = ReadLaunches(measurements);
        if (launches.Count == 0)
            return (null, new LeftOut(fullName, "no measurement: it failed to run"));

        var suite = node.Optional("Bench");
        // In order, not by number: BenchmarkDotNet counts launches from 1, but from 0 in process.
        var cpu = suite?.Optional("Launches") is { } recorded ? CpuByLaunch(recorded, suite?.Optional("RssAnonPerTouched")?.NotNegative() ?? 0) : [];
        CpuTimes Cpu(int launch) => launch < cpu.Length ? cpu[launch] : default;
        return (new BenchmarkRow
        {
            FullName = fullName,
            Type = node.Required("Type").Name(),
            Method = node.Required("Method").Name(),
            Title = node.Optional("MethodTitle")?.Name().Trim('\'') ?? node.Required("Method").Name(),
            Parameters = ParseParameters(node.Optional("Parameters")?.Text() ?? ""),
            Launches = [.. launches.Values.Select((values, i) => Launch.Of(values, Cpu(i).Times, Cpu(i).InCalls) with { Quiet = Cpu(i).Quiet, QuickestCall = Cpu(i).QuickestCall })],
            CountsClears = cpu.Any(launch => launch.CountsClears),
            Expected = suite?.Optional("Expected")?.NotNegative(),
            Measured = suite?.Optional("Measured")?.NotNegative(),
            Counter = suite?.Optional("Counter")?.Text(),
            Waits = suite?.Optional("Waits")?.Element.ValueKind == JsonValueKind.True,
            TouchedPages = suite?.Optional("TouchedPages")?.Whole(1),
            ResidentPages = suite?.Optional("ResidentPages")?.Whole(0),
            Marks = suite?.Optional("Marks")?.Items().Select(m => new Mark(m.Required("Id").Name(), m.Required("Text").Text(), m.Optional("Meaning")?.Text())).ToArray() ?? [],
        }, null);
    }

    private static SortedDictionary<long, List<double>> ReadLaunches(ReportNode measurements)
    {
        SortedDictionary<long, List<double>> launches = [];
        foreach (var m in measurements.Items())
        {
            // The raw workload: Result has outliers removed and another iteration's overhead subtracted.
            if (!m.Required("IterationMode").Element.ValueEquals("Workload"u8) || !m.Required("IterationStage").Element.ValueEquals("Actual"u8))
                continue;
            var perOperation = PerOperation(m, "Nanoseconds");
            var launch = m.Required("LaunchIndex").Whole(0);
            if (!launches.TryGetValue(launch, out var values))
                launches.Add(launch, values = []);
            values.Add(perOperation);
        }

        return launches;
    }

    private static double PerOperation(ReportNode m, string time)
    {
        var total = m.Required(time).Positive();
        if (total > LongestIteration)
            throw m.Wrong($"took {total:R} ns: no such measurement is possible");
        return total / m.Required("Operations").Whole(1);
    }

    private static CpuTimes[] CpuByLaunch(ReportNode launches, double clearedPages)
    {
        SortedDictionary<long, CpuTimes> cpu = [];
        foreach (var launch in launches.Items())
        {
            var index = launch.Required("Launch").Whole(0);
            List<double> times = [], inCalls = [], calls = [], slices = [];
            var clears = false;
            foreach (var iteration in launch.Required("Iterations").Items())
            {
                if (iteration.Optional("QuietNanoseconds") is { } slice)
                    slices.Add(slice.Positive());
                if (!(iteration.Optional("CpuNanoseconds")?.NotNegative() > 0))
                    continue;
                times.Add(PerOperation(iteration, "CpuNanoseconds"));
                if (iteration.Optional("CallNanoseconds") is { } call)
                {
                    calls.Add(call.Positive());
                    var clearing = clearedPages * (iteration.Optional("ClearNanoseconds")?.Positive() ?? 0);
                    clears |= clearing > 0;
                    inCalls.Add(InCalls(times[^1], calls[^1], clearing, clearedPages));
                }
            }

            if (!cpu.TryAdd(index, new CpuTimes(times, inCalls, Least(slices), Least(calls), clears)))
                throw launch.Wrong($"repeats launch {index}");
        }

        return [.. cpu.Values];
    }

    // The host's other machines slow memory and cores each by themselves: what clearing its pages took beside it is not counted in calls, but each as so many.
    private static double InCalls(double time, double call, double clearing, double clearedPages)
    {
        var inCalls = clearing > 0 ? (time - clearing) / call + clearedPages * BenchmarkRow.CallsPerClearedPage : time / call;
        return inCalls > 0 ? inCalls : time / call;
    }

    private static double? Least(List<double> values) => values.Count > 0 ? values.Min() : null;

    // Thread CPU time per operation, and the same in function calls where those were measured beside it.
    private readonly record struct CpuTimes(IReadOnlyList<double>? Times, IReadOnlyList<double>? InCalls, double? Quiet, double? QuickestCall, bool CountsClears);

    private static KeyValuePair<string, string>[] ParseParameters(string text) =>
        [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.IndexOf('=') is >= 0 and var at
            ? KeyValuePair.Create(pair[..at], pair[(at + 1)..])
            : KeyValuePair.Create(pair, ""))];
}
