using Bench.Machine;
using Bench.Machine.Facts;
using Bench.Results.Data;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using BenchmarkDotNet.Running;

namespace Bench.Planning;

/// <summary>Makes rows fit a time, in the way chosen for them before where that still does.</summary>
/// <param name="budget">The time.</param>
/// <param name="pilot">Tells what rows cost.</param>
/// <param name="kept">Choices of earlier runs; null where they are neither looked for nor kept.</param>
/// <param name="goesOn">Whether the run goes on with one that stopped, and so measures as that did however long it takes by now.</param>
internal sealed class PlanOfTime(TimeSpan budget, IPilot pilot, KeptChoices? kept, bool goesOn = false)
{
    /// <summary>The plan for <paramref name="rows"/>.</summary>
    /// <param name="rows">All rows of the run.</param>
    /// <param name="environment">The machine's facts.</param>
    /// <param name="largestRegion">Bytes of the region where time is no matter.</param>
    public Plan For(IReadOnlyList<BenchmarkCase> rows, IReadOnlyList<EnvironmentFact> environment, long largestRegion)
    {
        var costs = pilot.Costs(rows);
        bool usesRegion = rows.Any(row => row.Descriptor.Type.IsAssignableTo(typeof(IUsesRegion)));
        var steps = Step.Down(largestRegion, usesRegion, OperatingSystem.IsLinux() ? (long)Region.Alignment : 0);
        var occasion = new Occasion(
            BuildFact.Id,
            Occasion.Digest(environment.Where(fact => fact.Matters).Select(fact => $"{fact.Key}={fact.Value}")),
            Occasion.Digest(costs.Select(cost => $"{cost.Launches} {cost.Row}").Order(StringComparer.Ordinal)),
            budget.TotalSeconds);
        var (choice, known) = Choose(new Planner(costs, pilot.Around), steps, occasion);
        var text = new BudgetText(budget, steps[0], usesRegion);
        return Plan.Of(text.Fact(choice.Step)) with
        {
            RegionBytes = choice.Step.RegionBytes,
            Effort = choice.Step.Effort,
            RowSeconds = costs.DistinctBy(cost => cost.Row)
                .ToDictionary(cost => cost.Row, cost => cost.Seconds(choice.Step), StringComparer.Ordinal),
            Lines = [text.Line(choice, rows.Count, known ? kept?.Path : null)],
        };
    }

    private (Choice Choice, bool Known) Choose(Planner planner, IReadOnlyList<Step> steps, Occasion occasion)
    {
        if (kept?.Find(occasion) is { } before && steps.Contains(before) && (goesOn || planner.Stands(before, budget)))
            return (planner.Forecast(before, budget), true);
        var choice = planner.Choose(steps, budget);
        kept?.Keep(occasion, choice);
        return (choice, false);
    }
}
