namespace Bench.Planning;

/// <summary>A step and how long it would take.</summary>
/// <param name="Step">What is measured.</param>
/// <param name="Seconds">All rows and what surrounds them.</param>
/// <param name="Fits">Whether that is within the budget.</param>
internal sealed record Choice(Step Step, double Seconds, bool Fits);

/// <summary>Chooses how much is measured in the time there is.</summary>
/// <param name="rows">What each row costs.</param>
/// <param name="around">Seconds that rows have nothing to do with: the pilot, the build.</param>
internal sealed class Planner(IReadOnlyList<RowCost> rows, double around)
{
    // What a choice once made may take over the budget: a pilot of another minute must not change it for little.
    private const double Tolerance = 0.1;

    /// <summary>The first of <paramref name="steps"/> that fits; where none does, the last.</summary>
    public Choice Choose(IReadOnlyList<Step> steps, TimeSpan budget) =>
        steps.Select(step => Forecast(step, budget)).FirstOrDefault(choice => choice.Fits) ?? Forecast(steps[^1], budget);

    /// <summary>Whether <paramref name="step"/>, chosen before, is still within the budget and a tenth.</summary>
    public bool Stands(Step step, TimeSpan budget) => Seconds(step) <= budget.TotalSeconds * (1 + Tolerance);

    /// <summary>How long a step takes.</summary>
    public Choice Forecast(Step step, TimeSpan budget)
    {
        double seconds = Seconds(step);
        return new Choice(step, seconds, seconds <= budget.TotalSeconds);
    }

    private double Seconds(Step step) => around + rows.Sum(row => row.Seconds(step));
}
