using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using CsCheck;

namespace Bench.Tests.Results;

public class JudgePropertyTests
{
    private static readonly Gen<double[]> Medians =
        Gen.Double[1.0, 1000.0].SelectMany(centre => Gen.Double[0.9, 1.1].Select(f => centre * f).Array[1, 8]);

    private static readonly Gen<(double[] Base, double[] Head)[]> Comparisons = Gen.Select(Medians, Medians).Array[1, 12];

    private static readonly Gen<bool> Paired = Gen.Bool;

    [Fact]
    public void SwappingTheSidesInvertsTheRatioAndTheVerdict() => Gen.Select(Comparisons, Paired).Sample((rows, paired) =>
    {
        var forward = Decide(rows, paired);
        var backward = Decide([.. rows.Select(r => (r.Head, r.Base))], paired);
        foreach (var (f, b) in forward.Zip(backward))
        {
            Close(f.Ratio, 1 / b.Ratio);
            Close(f.Lower, 1 / b.Upper);
            Assert.Equal(
                f.Verdict switch { Verdict.Regression => Verdict.Improvement, Verdict.Improvement => Verdict.Regression, var v => v },
                b.Verdict);
        }
    });

    [Fact]
    public void ScalingBothSidesChangesNoVerdict() => Gen.Select(Comparisons, Paired, Gen.Int[-8, 8]).Sample((rows, paired, power) =>
    {
        // By powers of two, which round nothing: launches that were equal stay equal, and no verdict hangs on the last digit of a tie.
        double factor = Math.Pow(2, 3 * power);
        foreach (var (a, b) in Decide(rows, paired)
            .Zip(Decide([.. rows.Select(r => (Times(r.Base, factor), Times(r.Head, factor)))], paired)))
        {
            Assert.Equal(a.Verdict, b.Verdict);
            Close(a.Ratio, b.Ratio);
        }
    });

    [Fact]
    public void IdenticalDataIsNeverARegression() => Gen.Select(Medians.Array[1, 12], Paired).Sample((rows, paired) =>
    {
        foreach (var row in Decide([.. rows.Select(r => (r, r))], paired))
        {
            Assert.Contains(row.Verdict, new[] { Verdict.Same, Verdict.Inconclusive });
            Assert.Equal(1.0, row.Ratio);
        }
    });

    [Fact]
    public void TheOrderOfUnpairedLaunchesDoesNotMatter() => Comparisons.Sample(rows =>
    {
        foreach (var (a, b) in Decide(rows, false)
            .Zip(Decide([.. rows.Select(r => (r.Base.Reverse().ToArray(), r.Head.Order().ToArray()))], false)))
        {
            Assert.Equal(a.Verdict, b.Verdict);
            Close(a.Upper, b.Upper);
        }
    });

    [Fact]
    public void AVerdictAgreesWithItsNumbers() => Gen.Select(Comparisons, Paired).Sample((rows, paired) =>
    {
        foreach (var row in Decide(rows, paired))
        {
            Assert.InRange(row.Ratio, row.Lower, row.Upper);
            if (row.Verdict == Verdict.Regression)
                Assert.True(row.Ratio > 1 + row.Threshold && row.Lower > 1 && row.SlowerPValue <= RegressionJudge.FalseAlarms);
            if (row.Verdict == Verdict.Same)
                Assert.True(row.Upper < 1 + row.Threshold && row.Lower > 1 / (1 + row.Threshold));
            if (row.ExcludesRegression)
                Assert.True(row.Verdict == Verdict.Improvement || row.Upper < 1 + row.Threshold);
        }
    });

    [Fact]
    public void MoreRowsNeverMakeAPValueSmaller() => Gen.Double[0, 1].Array[1, 30].Sample(p =>
    {
        double[] adjusted = Holm.Adjust(p);
        for (int i = 0; i < p.Length; i++)
        {
            Assert.InRange(adjusted[i], p[i], 1);
            for (int j = 0; j < p.Length; j++)
                Assert.True(p[i] > p[j] || adjusted[i] <= adjusted[j]);
        }

        Close(adjusted.Min(), Math.Min(1, p.Min() * p.Length));
    });

    private static IReadOnlyList<RowJudgement> Decide((double[] Base, double[] Head)[] rows, bool paired)
    {
        Run Side(Func<(double[] Base, double[] Head), double[]> pick) => Sample.Run([.. rows.Select((r, i) => ($"Row{i}", pick(r)))]);
        return new RegressionJudge(0.05, paired).Decide(Pairing.Of(Side(r => r.Base), Side(r => r.Head))).Rows;
    }

    private static double[] Times(double[] values, double factor) => [.. values.Select(v => v * factor)];

    private static void Close(double expected, double actual) =>
        Assert.True(expected == actual || Math.Abs(expected - actual) <= 1e-6 * Math.Abs(expected), $"{expected} against {actual}");
}
