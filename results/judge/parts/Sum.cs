using Bench.Results.Data;

namespace Bench.Results.Judge.Parts;

/// <summary>Steps that are added and others that are taken away: a way to tell a part.</summary>
/// <param name="Added">Names of steps.</param>
/// <param name="Taken">Names of steps.</param>
public sealed record Sum(IReadOnlyList<string> Added, IReadOnlyList<string> Taken)
{
    /// <summary>Of a round; NaN where it lacks one of them.</summary>
    public double Of(StepTimes steps, int round) =>
        Added.Sum(step => At(steps, step, round)) - Taken.Sum(step => At(steps, step, round));

    private static double At(StepTimes steps, string step, int round) =>
        steps.Columns.TryGetValue(step, out double[]? column) && round < column.Length ? column[round] : double.NaN;
}
