using Bench.Results.Data;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Read;

namespace Bench.Results.Judge;

/// <summary>Decides. docs/judging.md says how and why.</summary>
public sealed class RegressionJudge
{
    /// <summary>Chance of even one false regression among all rows of a comparison.</summary>
    public const double FalseAlarms = 0.01;

    /// <summary>Smaller changes between runs made at different times are no regression, where nothing else is asked.</summary>
    public const double DefaultThreshold = 0.05;

    /// <summary>The same for launches in turns: identical programs differed by up to 3.4 %, so 3 % is about what turns can tell.</summary>
    public const double DefaultPairedThreshold = 0.03;

    /// <summary>
    /// Fewest launches of a side that say anything about how launches differ, where they are not pairs: one knows no spread, and two of a
    /// row in two modes lie in the same one too often.
    /// </summary>
    public const int LeastLaunches = MetricSet.LaunchesToDecide;

    // A calibration of few or wild launches must not wave everything through.
    private const double MostFloor = 0.5;

    // Two differences of pairs say how such differences vary.
    private const int LeastPairs = 2;

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
        var metrics = MetricSet.Of(pairing.Head);
        var asked = metrics.Claiming(pairing.Base.Unit, pairing.Head.Unit) ?? pairing.Metric;
        bool exact = asked?.IsExact == true;
        var beside = new Circumstances(!pairing.EnvironmentsDiffer, Paired);
        var seen = pairing.Pairs
            .Select(pair => pair.Choose(asked, metrics, beside) is var metric ? (Pair: pair.By(metric, metrics), Seen: metric) : default)
            .ToArray();
        var shifts =
            seen.Select(item => exact ? ShiftEstimate.Exact(item.Pair.Base.Launches, item.Pair.Head.Launches) : Estimate(item.Pair))
                .ToArray();
        if (NoisePrior.Of(shifts) is { } prior)
            // A row that no launch says anything about stays undecided: prior only add to its own evidence.
            shifts = [.. shifts.Select(s => s.Unknown ? s : s.Borrow(prior.Variance, prior.Freedom))];
        double[] slower = Holm.Adjust([.. shifts.Select(s => s.PValue(+1))]);
        double[] faster = Holm.Adjust([.. shifts.Select(s => s.PValue(-1))]);
        bool[] few = seen.Select(item => !exact && TooFew(item.Pair)).ToArray();
        var machine = exact || Paired
            ? null
            : new MachineSpeed([.. pairing.Pairs.Select(pair => pair.Head)]).Moved([.. shifts.Select(s => s.Value)]);
        // Launches in turns share the machine's speed, instructions don't know it, and function calls have it taken out.
        (double, string)? Machine(int i) =>
            machine is null || !seen[i].Seen.FeelsSpeed ? null : MachineSpeed.Beside(pairing.Pairs[i], seen[i].Seen) ?? machine[i];
        var beyond = new BeyondMachine(shifts, [.. shifts.Select((_, i) => Machine(i))]);
        return new Judgement
        {
            Pairing = pairing,
            Threshold = Threshold,
            Rows =
                [.. pairing.Pairs
                    .Select(
                        (pair,
                            i) => Decide(pair, seen[i].Pair, seen[i].Seen, shifts[i], few[i], slower[i], faster[i],
                                (verdict, limit) => beyond.Explains(i, verdict, limit)))],
            Notes = exact ? [] : [.. Remarks(seen.Where((_, i) => few[i]).Select(item => item.Pair), shifts)],
        };
    }

    private Shift Estimate(RowPair pair) => Paired
        ? ShiftEstimate.Paired(pair.Base.Launches, pair.Head.Launches, Math.Log(1 + Threshold))
        : ShiftEstimate.Unpaired(pair.Base.Launches, pair.Head.Launches, pair.Base.Noise, Math.Log(1 + Threshold));

    private bool TooFew(RowPair pair) =>
        Math.Min(pair.Base.Launches.Count, pair.Head.Launches.Count) < (Paired ? LeastPairs : LeastLaunches);

    private RowJudgement Decide(RowPair measured, RowPair pair, Metric metric, Shift shift, bool few, double slower, double faster,
        Func<Verdict, double, string?> machine)
    {
        double floor = Paired ? 0 : Calibration.Floor(pair, metric);
        double threshold = Math.Max(Threshold, Math.Min(MostFloor, floor));
        double margin = shift.Margin;
        var verdict = Decide(shift.Value, margin, slower, faster, Math.Log(1 + threshold));
        string? waits = NewWaiting(measured, metric, threshold);
        string? shared = machine(verdict, Math.Log(1 + threshold));
        if (shared is not null || (waits is not null && verdict != Verdict.Regression))
            verdict = Verdict.Inconclusive;
        return new RowJudgement
        {
            Row = pair.Head,
            BaseCentre = metric.Shows.CentreOf(measured.Base)!.Value,
            HeadCentre = metric.Shows.CentreOf(measured.Head)!.Value,
            BaseLaunches = pair.Base.Launches.Count,
            HeadLaunches = pair.Head.Launches.Count,
            Ratio = Math.Exp(shift.Value),
            Lower = Math.Exp(shift.Value - margin),
            Upper = Math.Exp(shift.Value + margin),
            SlowerPValue = few ? 1 : slower,
            FasterPValue = few ? 1 : faster,
            Threshold = threshold,
            Metric = metric,
            Verdict = few ? Verdict.Inconclusive : verdict,
            TooFewLaunches = few,
            Suspected = verdict == Verdict.Regression && (!few || pair.Base.Launches.Count >= LeastLaunches),
            Notes = [.. Notes(measured, threshold, floor), .. new[] { waits, shared }.OfType<string>()],
        };
    }

    private static Verdict Decide(double shift, double margin, double slower, double faster, double limit)
    {
        if (shift > limit && slower <= FalseAlarms)
            return Verdict.Regression;
        if (shift < -limit && faster <= FalseAlarms)
            return Verdict.Improvement;
        return Math.Abs(shift) + margin < limit ? Verdict.Same : Verdict.Inconclusive;
    }

    // CPU time can't tell a busy neighbour from code that has begun to wait.
    private static string? NewWaiting(RowPair measured, Metric metric, double threshold) =>
        metric.ShareSeen(measured.Base) >= Undisturbed && metric.ShareSeen(measured.Head) < Undisturbed
            && Summary.CentreOf(measured.Head) > (1 + threshold) * Summary.CentreOf(measured.Base)
            ? $"on the processor at most {metric.ShareSeen(measured.Head):P0} of the time: disturbed, or it waits for something that it "
                + $"didn't wait for before"
            : null;

    private static IEnumerable<string> Remarks(IEnumerable<RowPair> few, IReadOnlyList<Shift> shifts)
    {
        if (FewLaunches.Note([.. few], shifts.Count) is { } more)
            yield return more;
        if (CommonShift.Note([.. shifts.Select(s => s.Value)]) is { } note)
            yield return note;
    }

    private IEnumerable<string> Notes(RowPair pair, double threshold, double floor)
    {
        if (floor > threshold)
            yield return $"judged at {threshold * 100:0.#} %, although this machine can't tell less than {floor * 100:0.#} % from noise "
                + $"here: calibrate in more rounds";
        else if (threshold > Threshold)
            yield return $"judged at {threshold * 100:0.#} %: this machine can't tell less from noise here";
        if (Modes.Describe(pair.Base) is { } old)
            yield return $"base {old}";
        if (Modes.Describe(pair.Head) is { } current)
            yield return $"head {current}";
    }
}
