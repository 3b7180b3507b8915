using Bench.Machine;
using Bench.Planning;
using Bench.Record;
using Bench.Results.Data;
using Bench.Settings;
using Bench.Workloads.Faults;

namespace Bench.Commands;

/// <summary>The budget of a run of the suite, from its options to a plan.</summary>
internal sealed class RunBudget
{
    private readonly TimeSpan? time;
    private readonly Plan settled;
    private readonly string artifacts;
    private readonly bool goesOn;

    private RunBudget(TimeSpan? time, Plan settled, string artifacts, bool goesOn)
    {
        this.time = time;
        this.settled = settled;
        this.artifacts = artifacts;
        this.goesOn = goesOn;
    }

    /// <summary>Bytes of the region that is settled before anything is tried; null where none is.</summary>
    public long? RegionBytes => settled.RegionBytes;

    /// <summary>The budget that the options ask for; null with one line where it can't be had.</summary>
    public static RunBudget? Of(SuiteOptions options, BenchmarkDotNetOptions parsed, out string error)
    {
        error = "";
        string artifacts = parsed.Artifacts;
        RunBudget Settled(Plan plan) => new(null, plan, artifacts, options.Resume);
        var budget = options.Budget ?? Budget.Usual;
        if (BudgetSwitch.IsOff || budget == Budget.None)
            return Settled(Planning.Plan.Off);
        string? option = BudgetSwitch.Option(options, parsed);
        if (budget.File is null)
            return option is null
                ? new RunBudget(budget.Time, Planning.Plan.Off, artifacts, options.Resume)
                : Settled(Off(option, options.Budget is not null));
        if (option is not null)
            error = $"--budget {budget.File} and {option} both say how much is measured: give one";
        return error.Length > 0 ? null : FromRun(budget.File, Settled, out error);
    }

    /// <summary>The plan. Where it is made for a time, a few rows are tried and the region is resized to it.</summary>
    /// <param name="selection">The rows.</param>
    /// <param name="launches">Launches of each.</param>
    /// <param name="machine">The machine's facts.</param>
    /// <param name="guard">Changes settings for rows that need it.</param>
    /// <param name="say">Takes a line about a choice that can't be read or kept.</param>
    public Plan Plan(Selection selection, int launches, IReadOnlyList<EnvironmentFact> machine, SettingsGuard? guard, Action<string> say)
    {
        var rows = time is null ? [] : selection.Cases(new RunRecord([]));
        if (rows.Count == 0)
            return settled;
        var pilot = new SmallRegionPilot(launches, selection.InProcess, guard);
        var plan = new PlanOfTime(time!.Value, pilot, new KeptChoices(artifacts, say), goesOn).For(rows, machine, Region.Bytes);
        if (plan.RegionBytes is { } bytes)
            Region.Resize(bytes);
        return plan;
    }

    private static Plan Off(string option, bool asked) =>
        Planning.Plan.Off with { Lines = asked ? [$"No budget: {option} says how much is measured."] : [] };

    private static RunBudget? FromRun(string path, Func<Plan, RunBudget> settled, out string error)
    {
        error = "";
        try
        {
            return settled(PlanOfRun.Read(path));
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException)
        {
            error = $"--budget: {e.Message}";
            return null;
        }
    }
}
