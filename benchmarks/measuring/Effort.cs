namespace Bench.Measuring;

/// <summary>How many iterations the launches of a class have.</summary>
/// <param name="Twelfths">The share of the class's own number, in twelfths: fault classes have twelve. 12 is all of them.</param>
/// <param name="ALaunch">Iterations of each launch instead, whatever the class has by itself; null for the share.</param>
public readonly record struct Effort(int Twelfths, int? ALaunch = null)
{
    /// <summary>As many as each class has by itself.</summary>
    public static Effort Full { get; } = new(12);

    /// <summary>The share of <paramref name="iterations"/>, rounded; at least 1.</summary>
    internal int Of(int iterations) => Math.Max(1, ((iterations * Twelfths) + 6) / 12);
}
