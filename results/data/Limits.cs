namespace Bench.Results.Data;

/// <summary>
/// What one input may hold; above it stands one line. All that follows the reader is fit for anything within. results/README.md says the
/// same.
/// </summary>
public static class Limits
{
    /// <summary>Bytes of a file or pipe; 5,000 benchmarks of 90 measurements are about 150 MB.</summary>
    public const long Bytes = 256L << 20;

    /// <summary>Bytes of a saved baseline, which says with a few what a report needs hundreds for.</summary>
    public const long BaselineBytes = 64L << 20;

    /// <summary>How long a pipe may take, from opening it to its end.</summary>
    public static readonly TimeSpan PipeTime = TimeSpan.FromSeconds(15);

    /// <summary>Reports of a folder.</summary>
    public const int Files = 1000;

    /// <summary>Benchmarks of a run.</summary>
    public const int Rows = 50_000;

    /// <summary>Measurements of a benchmark, of all kinds and launches.</summary>
    public const int Measurements = 100_000;

    /// <summary>Launches of a benchmark.</summary>
    public const int Launches = 5_000;

    /// <summary>Launches of all benchmarks of a run together.</summary>
    public const int AllLaunches = 250_000;

    /// <summary>Marks of a benchmark, and its parameters.</summary>
    public const int Marks = 100;

    /// <summary>Readings of an iteration.</summary>
    public const int Readings = 100;

    /// <summary>Facts about a machine.</summary>
    public const int Facts = 1_000;

    /// <summary>Characters of a text.</summary>
    public const int Text = 4_096;

    /// <summary>Shortest time of an operation, in nanoseconds: a thousandth of what light takes for a micrometre.</summary>
    public const double LeastTime = 1e-6;

    /// <summary>Longest time of an operation, in nanoseconds: eleven days.</summary>
    public const double MostTime = 1e15;

    /// <summary>Whether an operation can have taken so long.</summary>
    public static bool AreTime(double nanoseconds) => nanoseconds is >= LeastTime and <= MostTime;

    /// <summary>Whether an operation can have taken so many function calls.</summary>
    public static bool AreCalls(double calls) => calls is >= 1e-18 and <= 1e18;

    /// <summary>Whether a count of pages or faults, or a share of something, can be so large.</summary>
    public static bool AreCount(double count) => count is >= 0 and <= MostTime;
}
