using Bench.Results.Statistics;

namespace Bench.Fidelity;

/// <summary>One loop against its twin.</summary>
internal sealed record LoopResult(string Loop, double CNanoseconds, double CSharpNanoseconds, PairedRatios Ratio, Bar? Bar,
    BarVerdict? Verdict)
{
    public static LoopResult Of(TwinLoop loop, IReadOnlyList<Pair> pairs)
    {
        var ratio = PairedRatios.Of(pairs.Select(pair => pair.Ratio));
        double c = Quantiles.Median(pairs.Select(pair => pair.C));
        double csharp = Quantiles.Median(pairs.Select(pair => pair.CSharp));
        return new LoopResult(loop.Name, c, csharp, ratio, loop.Bar, loop.Bar?.Judge(ratio));
    }
}

/// <summary>All of them, and how they were measured.</summary>
/// <param name="Pairs">Pairs per loop.</param>
/// <param name="RegionBytes">Bytes of the touched region.</param>
/// <param name="Processor">The processor they ran on; -1 where the thread could not be pinned.</param>
/// <param name="LeftOut">What this machine can't compare, with the reason.</param>
/// <param name="Loops">The loops.</param>
internal sealed record FidelityResult(int Pairs, long RegionBytes, int Processor, IReadOnlyList<string> LeftOut,
    IReadOnlyList<LoopResult> Loops)
{
    /// <summary>The exit status: 1 where a bar is missed, 3 where noise may be why.</summary>
    public int ExitCode => Loops.Any(loop => loop.Verdict == BarVerdict.Miss) ? Results.ExitCode.Regression
        : Loops.Any(loop => loop.Verdict == BarVerdict.Unsure) ? Results.ExitCode.Inconclusive
        : Results.ExitCode.Ok;
}
