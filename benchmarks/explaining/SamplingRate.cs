namespace Bench.Explaining;

/// <summary>
/// Samples a second of running. On a processor of one's own a sample takes a microsecond or two; in some virtual machines setting the timer
/// anew takes fifty.
/// </summary>
internal static class SamplingRate
{
    /// <summary>The highest, which is tried first.</summary>
    public const int Highest = 10_000;

    private const double Bearably = 0.03;

    private static readonly int[] Lower = [5_000, 2_000, 1_000, 500];

    /// <summary>The highest that lengthens an iteration by little; the lowest where none does.</summary>
    /// <param name="slowdown">By how much <see cref="Highest"/> does, as a share.</param>
    public static int Bearable(double slowdown) =>
        Lower.Prepend(Highest).FirstOrDefault(rate => slowdown * rate / Highest <= Bearably, Lower[^1]);
}
