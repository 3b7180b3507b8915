using System.Globalization;
using System.Reflection;
using Bench.Interop;
using Bench.Machine;
using Bench.Measuring;
using Bench.Planning;
using Bench.Record;
using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

namespace Bench.Commands;

/// <summary>
/// Decides once how much every launch of a verb measures, so that all of them measure the same: a budget is for one launch of the selected
/// rows. It is handed on as <c>--region</c> and <c>--iterationCount</c>, which copies of any age know; <c>--budget</c> itself stays here.
/// </summary>
/// <param name="filters">What the launches measure.</param>
/// <param name="rest">The user's options for them.</param>
/// <param name="atOnce">How many launches run at the same time and share memory.</param>
/// <param name="say">Takes one line.</param>
internal sealed class LaunchBudget(IReadOnlyList<string> filters, IReadOnlyList<string> rest, int atOnce, Action<string> say)
{
    private const string Option = "--budget";

    /// <summary>Options for every launch: the user's, and what was decided where they leave that open.</summary>
    /// <exception cref="ReadException"><c>--budget</c> is no budget, or names a run that doesn't say how it was measured.</exception>
    /// <exception cref="LaunchException">Another run of the suite goes on for too long.</exception>
    public string[] Options()
    {
        string[] handed = [.. WithoutBudget()];
        string[] args = ["--filter", .. filters.DefaultIfEmpty("*"), "--inProcess", .. rest];
        if (SuiteOptions.Parse(args, out string error) is not { } options)
            return error.StartsWith(Option, StringComparison.Ordinal)
                ? throw new ReadException(Option, error[(Option.Length + 1)..].Trim())
                : handed;
        // What is wrong with BenchmarkDotNet's options the launch says itself.
        if (BenchmarkDotNetOptions.Parse(options.Rest, ManualConfig.CreateEmpty(), out _) is not { } parsed)
            return handed;
        var budget = options.Budget ?? Budget.Usual;
        return BudgetSwitch.IsOff || budget == Budget.None || BudgetSwitch.Option(options, parsed) is not null
            ? handed
            : [.. handed, .. Decide(budget, new Selection(parsed, options.LeaveSettings || atOnce > 1))];
    }

    private string[] Decide(Budget budget, Selection selection)
    {
        var rows = selection.Cases(new RunRecord([]));
        if (rows.Count == 0)
            return [];
        var plan = budget.File is { } file ? PlanOfRun.Read(file) : PlanFor(budget.Time!.Value, rows);
        foreach (string line in plan.Lines)
            say(line);
        return ["--region", new ByteSize(plan.RegionBytes ?? Region.Bytes).ToString(), .. Iterations(plan, rows)];
    }

    private Plan PlanFor(TimeSpan time, IReadOnlyList<BenchmarkCase> rows)
    {
        if (!OperatingSystem.IsLinux() || TransparentHugePages.Read() is null)
            return PlanFor(time, rows, null);
        // A pilot beside another run would spoil both.
        using var guard = SettingsGuard.TryAcquire(SettingsGuard.LongestWait, say, out string busy) ?? throw new LaunchException(busy);
        return PlanFor(time, rows, guard);
    }

    private Plan PlanFor(TimeSpan time, IReadOnlyList<BenchmarkCase> rows, SettingsGuard? guard) =>
        new PlanOfTime(time, new SmallRegionPilot(launches: 1, inProcess: true, guard), kept: null).For(rows, MachineEnvironment.Read(),
            LargestRegion(MemoryBudget.Read()));

    // Launches that don't fit beside each other say so themselves.
    private long LargestRegion(MemoryBudget memory)
    {
        long available = (memory.Available ?? long.MaxValue) / atOnce;
        return Enumerable.Range(0, 4).Select(halvings => Region.Bytes >> halvings)
            .FirstOrDefault(bytes => MemoryBudget.Need(bytes) <= available, Region.Bytes);
    }

    // One number for all classes. Where each has its own and all of it, the copies need not be told; where less, none may take longer than
    // forecast.
    private static string[] Iterations(Plan plan, IReadOnlyList<BenchmarkCase> rows)
    {
        int[] counts =
        [
            .. rows.Select(row => row.Descriptor.Type).Distinct()
                .Select(
                    type => type.GetCustomAttribute<SuiteJobAttribute>()?.Over(Job.Default, 1, plan.EffortOf(type)).Run.IterationCount ?? 0)
                .Where(count => count > 0).Distinct(),
        ];
        bool own = counts.Length != 1 && plan.Effort == Effort.Full && plan.Iterations.Count == 0;
        return own ? [] : ["--iterationCount", counts.Min().ToString(CultureInfo.InvariantCulture)];
    }

    private IEnumerable<string> WithoutBudget()
    {
        for (int i = 0; i < rest.Count; i++)
        {
            if (rest[i] == Option)
                i++;
            else if (!rest[i].StartsWith(Option + "=", StringComparison.Ordinal)
                && !rest[i].StartsWith(Option + ":", StringComparison.Ordinal))
                yield return rest[i];
        }
    }
}
