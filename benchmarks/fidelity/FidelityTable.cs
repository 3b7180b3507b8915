using System.Globalization;

namespace Bench.Fidelity;

/// <summary>The result as text, a line as each loop is done.</summary>
internal sealed class FidelityTable(TextWriter output)
{
    private const string Columns = "{0,-42}{1,10}{2,10}{3,8}  {4,-13}  {5,-13}  {6,-10} {7}";

    public void Head(int pairs)
    {
        output.WriteLine(
            $"The suite's loops in C# over the same in C (cc -O2): medians of {pairs} pairs, taken A B B A on one thread, CPU time.");
        output.WriteLine();
        Row("loop", "C ns", "C# ns", "C#/C", "95% interval", "quartiles", "bar", "");
    }

    public void Line(LoopResult loop) => Row(loop.Loop, Number(loop.CNanoseconds, "0.00"), Number(loop.CSharpNanoseconds, "0.00"),
        Number(loop.Ratio.Median, "0.000"), Range(loop.Ratio.Low, loop.Ratio.High),
        Range(loop.Ratio.LowerQuartile, loop.Ratio.UpperQuartile),
        loop.Bar?.ToString() ?? "", loop.Verdict switch
        {
            BarVerdict.Pass => "pass",
            BarVerdict.Unsure => "MISS, perhaps by noise: the interval reaches the bar",
            BarVerdict.Miss => "MISS",
            _ => "",
        });

    public void Foot(FidelityResult result)
    {
        foreach (string reason in result.LeftOut)
            output.WriteLine($"left out: {reason}");
        output.WriteLine();
        string where = result.Processor < 0 ? "not pinned" : $"pinned to processor {result.Processor}";
        int missed = result.Loops.Count(loop => loop.Verdict is BarVerdict.Miss or BarVerdict.Unsure);
        string bars = missed == 0 ? "Every bar is met" : $"{missed} of {result.Loops.Count(loop => loop.Bar is not null)} bars missed";
        output.WriteLine($"{bars}. Region {result.RegionBytes >> 20} MiB; {where}.");
    }

    private void Row(params object[] cells) => output.WriteLine(string.Format(CultureInfo.InvariantCulture, Columns, cells).TrimEnd());

    private static string Range(double low, double high) => Number(low, "0.000") + "-" + Number(high, "0.000");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
