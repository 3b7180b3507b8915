namespace Bench.Results.Judge;

/// <summary>What is said about one benchmark.</summary>
public enum Verdict
{
    /// <summary>The interval lies within the threshold on both sides.</summary>
    Same,

    /// <summary>Faster by more than the threshold, and not by chance.</summary>
    Improvement,

    /// <summary>Too noisy or too few launches to say.</summary>
    Inconclusive,

    /// <summary>Slower by more than the threshold, and not by chance.</summary>
    Regression,
}
