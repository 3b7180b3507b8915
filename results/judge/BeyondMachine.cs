namespace Bench.Results.Judge;

/// <summary>
/// What is left of the rows' changes beyond those of their control rows: the machine's speed did to a row what it did to these.
/// </summary>
internal sealed class BeyondMachine
{
    private readonly IReadOnlyList<(double Shift, string By)?> machine;
    private readonly Shift[] slower, faster;
    private readonly double[] slowerChance, fasterChance;

    /// <summary>The rows of one comparison.</summary>
    /// <param name="shifts">How far each row moved.</param>
    /// <param name="machine">How far its control rows moved, in logarithms, and what they are called; null where nothing tells.</param>
    public BeyondMachine(IReadOnlyList<Shift> shifts, IReadOnlyList<(double Shift, string By)?> machine)
    {
        this.machine = machine;
        slower = [.. shifts.Zip(machine, (shift, by) => shift with { Value = shift.Value - Math.Max(0, by?.Shift ?? 0) })];
        faster = [.. shifts.Zip(machine, (shift, by) => shift with { Value = shift.Value - Math.Min(0, by?.Shift ?? 0) })];
        slowerChance = Holm.Adjust([.. slower.Select(shift => shift.PValue(+1))]);
        fasterChance = Holm.Adjust([.. faster.Select(shift => shift.PValue(-1))]);
    }

    /// <summary>
    /// Why the verdict on row <paramref name="i"/> does not hold: its control rows moved the same way, and beyond them there is no change
    /// larger than
    /// <paramref name="limit"/>, or none that is certain where they moved by more than half of that themselves. Null where it holds.
    /// </summary>
    public string? Explains(int i, Verdict verdict, double limit) => machine[i] is not { } by ? null : verdict switch
    {
        Verdict.Regression when by.Shift > 0 && !Holds(slower[i].Value, by.Shift, slowerChance[i], limit) => Say(by.By, by.Shift, "slower"),
        Verdict.Improvement when by.Shift < 0 && !Holds(-faster[i].Value, -by.Shift, fasterChance[i], limit) =>
            Say(by.By, -by.Shift, "faster"),
        _ => null,
    };

    // Moves of less than half of it are the control rows' own noise.
    private static bool Holds(double beyond, double machine, double chance, double limit) =>
        beyond > limit && (machine <= limit / 2 || chance <= RegressionJudge.FalseAlarms);

    private static string Say(string by, double shift, string how) =>
        $"{by} became {Math.Exp(shift):0.00}x {how} too: the machine changed speed, measure both sides again, best in turns (ab)";
}
