namespace Bench.Results;

/// <summary>What the executable's exit status means; the one place that knows. Help and the man page print it.</summary>
public static class ExitCode
{
    /// <summary>Done; for gate and ab: no regression.</summary>
    public const int Ok = 0;

    /// <summary>gate, ab: a regression; fidelity: a bar is missed.</summary>
    public const int Regression = 1;

    /// <summary>Bad usage, unreadable input, or a request this machine can't serve (region larger than memory).</summary>
    public const int BadUsage = 2;

    /// <summary>
    /// gate, ab: too noisy or too few measurements to exclude a regression; fidelity: a bar missed by less than the noise.
    /// </summary>
    public const int Inconclusive = 3;

    /// <summary>gate, ab, compare: the environments differ in what matters, or a baseline benchmark is missing.</summary>
    public const int NotComparable = 4;

    /// <summary>A benchmark failed to build or to run, or its report could not be written.</summary>
    public const int RunFailed = 5;

    /// <summary>
    /// An exception that nobody foresaw: the program is wrong, and nothing is said of what it was asked (sysexits.h's EX_SOFTWARE).
    /// </summary>
    public const int Unexpected = 70;

    /// <summary>Each status with what it means.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> Meanings { get; } =
    [
        ($"{Ok}", "Done; for gate and ab: no regression."),
        ($"{Regression}", "A regression (gate, ab), or a bar missed (fidelity)."),
        ($"{BadUsage}", "Bad usage, input that can't be read, or a request that this machine can't serve."),
        ($"{Inconclusive}",
            "Too noisy or too few measurements to exclude a regression (gate, ab), or a bar missed within the noise (fidelity)."),
        ($"{NotComparable}",
            "The environments differ in what matters, or a benchmark of the baseline is missing (gate, ab, compare, advise)."),
        ($"{RunFailed}", "A benchmark failed to build or to run, or its report could not be written."),
        ($"{Unexpected}", "An exception that nobody foresaw; its trace is in a file that is named."),
        ("128+n", "Ended by signal n, such as 130 for Ctrl-C."),
    ];
}
