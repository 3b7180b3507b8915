namespace Bench.Results;

/// <summary>What the executable's exit status means; the one place that knows. The README lists the same.</summary>
public static class ExitCode
{
    /// <summary>Done; for gate and ab: no regression.</summary>
    public const int Ok = 0;

    /// <summary>gate, ab: a regression; fidelity: a bar is missed.</summary>
    public const int Regression = 1;

    /// <summary>Bad usage, unreadable input, or a request this machine can't serve (region larger than memory).</summary>
    public const int BadUsage = 2;

    /// <summary>gate, ab: too noisy or too few measurements to exclude a regression; fidelity: a bar missed by less than the noise.</summary>
    public const int Inconclusive = 3;

    /// <summary>gate, ab, compare: the environments differ in what matters, or a baseline benchmark is missing.</summary>
    public const int NotComparable = 4;

    /// <summary>A benchmark failed to build or to run, or its report could not be written.</summary>
    public const int RunFailed = 5;

    /// <summary>An exception that nobody foresaw: the program is wrong, and nothing is said of what it was asked (sysexits.h's EX_SOFTWARE).</summary>
    public const int Unexpected = 70;
}
