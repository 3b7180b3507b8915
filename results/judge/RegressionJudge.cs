using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Results.Judge;

/// <summary>Decides. README.md beside this file says how and why.</summary>
public sealed class RegressionJudge
{
    /// <summary>Chance of even one false regression among all rows of a comparison.</summary>
    public const double FalseAlarms = 0.01;

    /// <summary>Smaller changes between runs made at different times are no regression, where nothing else is asked.</summary>
    public const double DefaultThreshold = 0.05;

    /// <summary>The same for launches in turns: identical programs differed by up to 3.4 %, so 3 % is about what turns can tell.</summary>
    public const double DefaultPairedThreshold = 0.03;

    // A calibration of few or wild launches must not wave everything through.
    private const double MostFloor = 0.5;

    // Share of its best launch that a row spends on the processor where nobody else wants it.
    private const double Undisturbed = 0.9;

    /// <summary>A judge of changes larger than <paramref name="threshold"/> (0.05 is 5 %).</summary>
    /// <param name="threshold">Smaller changes are no regression, however certain.</param>
    /// <param name="paired">Whether launch i of both sides ran next to each other.</param>
    public RegressionJudge(double threshold, bool paired = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        Threshold = threshold;
        Paired = paired;
    }

    private double Threshold { get; }

    private bool Paired { get; }

    /// <summary>Judges every row that both runs have.</summary>
    public Judgement Decide(Pairing pairing)
    {
        var exact = pairing.Base.Unit == Units.Instructions && pairing.Head.Unit == Units.Instructions;
        // Where instructions are counted nobody else is on the processor.
        var seen = pairing.Pairs.Select(pair => pair.By(exact ? Clock.Wall : pairing.Clock, !pairing.EnvironmentsDiffer, Paired)).ToArray();
        var shifts = seen.Select(item => exact ? ShiftEstimate.Exact(item.Pair.Base.Launches, item.Pair.Head.Launches) : Estimate(item.Pair)).ToArray();
        if (Neighbours.Of(shifts) is { } neighbours)
            // A row that no launch says anything about stays undecided: neighbours only add to its own evidence.
            shifts = [.. shifts.Select(s => s.Unknown ? s : s.Borrow(neighbours.Variance, neighbours.Freedom))];
        var slower = Holm.Adjust([.. shifts.Select(s => s.PValue(+1))]);
        var faster = Holm.Adjust([.. shifts.Select(s => s.PValue(-1))]);
        var machine = exact || Paired ? null : new MachineSpeed([.. pairing.Pairs.Select(pair => pair.Head)]).Moved([.. shifts.Select(s => s.Value)]);
        // Launches in turns share the machine's speed, instructions don't know it, and function calls have it taken out.
        (double, string)? Machine(int i) => machine is null || seen[i].Seen == Clock.Calls ? null : MachineSpeed.Beside(pairing.Pairs[i], seen[i].Seen) ?? machine[i];
        return new Judgement
        {
            Pairing = pairing,
            Threshold = Threshold,
            Rows = [.. pairing.Pairs.Select((pair, i) => Decide(pair, seen[i].Pair, seen[i].Seen, shifts[i], slower[i], faster[i], Machine(i)))],
            Notes = exact ? [] : [.. Remarks(shifts)],
        };
    }

    private Shift Estimate(RowPair pair) => Paired
        ? ShiftEstimate.Paired(pair.Base.Launches, pair.Head.Launches)
        : ShiftEstimate.Unpaired(pair.Base.Launches, pair.Head.Launches, pair.Base.Noise);

    private RowJudgement Decide(RowPair measured, RowPair pair, Clock clock, Shift shift, double slower, double faster, (double Shift, string By)? machine)
    {
        var floor = Paired ? 0 : Calibration.Floor(pair, clock);
        var threshold = Math.Max(Threshold, Math.Min(MostFloor, floor));
        var verdict = Decide(shift, slower, faster, Math.Log(1 + threshold));
        var waits = clock != Clock.Wall ? NewWaiting(measured, threshold) : null;
        var slowed = verdict == Verdict.Regression && machine is { Shift: > 0 } m && shift.Value - m.Shift <= Math.Log(1 + threshold)
            ? $"{m.By} became {Math.Exp(m.Shift):0.00}x slower too: the machine changed speed, measure both sides again, best in turns (ab)"
            : null;
        return new RowJudgement
        {
            Row = pair.Head,
            BaseCentre = Shown(measured.Base, pair.Base, clock),
            HeadCentre = Shown(measured.Head, pair.Head, clock),
            BaseLaunches = pair.Base.Launches.Count,
            HeadLaunches = pair.Head.Launches.Count,
            Ratio = Math.Exp(shift.Value),
            Lower = Math.Exp(shift.Value - shift.Margin),
            Upper = Math.Exp(shift.Value + shift.Margin),
            SlowerPValue = slower,
            FasterPValue = faster,
            Threshold = threshold,
            Clock = clock,
            Verdict = slowed is not null || (waits is not null && verdict != Verdict.Regression) ? Verdict.Inconclusive : verdict,
            Notes = [.. Notes(measured, threshold, floor), .. new[] { waits, slowed }.OfType<string>()],
        };
    }

    // Readers know nanoseconds, whatever the ratio is of.
    private static double Shown(BenchmarkRow measured, BenchmarkRow judged, Clock clock) =>
        clock == Clock.Quiet ? QuietLaunches.Centre(judged.Launches) : Summary.CentreOf(clock == Clock.Calls ? measured.By(Clock.Cpu) : judged);

    private static Verdict Decide(Shift shift, double slower, double faster, double limit)
    {
        if (shift.Value > limit && slower <= FalseAlarms)
            return Verdict.Regression;
        if (shift.Value < -limit && faster <= FalseAlarms)
            return Verdict.Improvement;
        return Math.Abs(shift.Value) + shift.Margin < limit ? Verdict.Same : Verdict.Inconclusive;
    }

    // CPU time can't tell a busy neighbour from code that has begun to wait.
    private static string? NewWaiting(RowPair measured, double threshold) =>
        ClockChoice.ShareOnProcessor(measured.Base) >= Undisturbed && ClockChoice.ShareOnProcessor(measured.Head) < Undisturbed && Summary.CentreOf(measured.Head) > (1 + threshold) * Summary.CentreOf(measured.Base)
            ? $"on the processor at most {ClockChoice.ShareOnProcessor(measured.Head):P0} of the time: disturbed, or it waits for something that it didn't wait for before"
            : null;

    private static IEnumerable<string> Remarks(IReadOnlyList<Shift> shifts)
    {
        if (shifts.Count(s => s.Unknown) is > 0 and var unknown)
            yield return $"{unknown} rows have one launch on each side and no calibration, which says nothing about launch-to-launch noise: measure with --rounds 3 or more";
        if (CommonShift.Note([.. shifts.Select(s => s.Value)]) is { } note)
            yield return note;
    }

    private IEnumerable<string> Notes(RowPair pair, double threshold, double floor)
    {
        if (floor > threshold)
            yield return $"judged at {threshold * 100:0.#} %, although this machine can't tell less than {floor * 100:0.#} % from noise here: calibrate in more rounds";
        else if (threshold > Threshold)
            yield return $"judged at {threshold * 100:0.#} %: this machine can't tell less from noise here";
        if (Modes.Describe(pair.Base) is { } old)
            yield return $"base {old}";
        if (Modes.Describe(pair.Head) is { } current)
            yield return $"head {current}";
    }
}
