using System.Diagnostics;

namespace Bench.Measuring;

/// <summary>
/// Finds how many invocations fill an iteration, by the thread's CPU time. BenchmarkDotNet's own pilot goes by the wall, and one preemption
/// makes it settle for a hundredth of the invocations.
/// </summary>
/// <param name="clock">Nanoseconds that the workload is charged.</param>
/// <param name="iteration">Nanoseconds that an iteration should take.</param>
internal sealed class Pilot(Func<double> clock, double iteration)
{
    // Long enough to go by; what is extrapolated from it is then measured itself.
    private const double Telling = 0.25;

    // A workload that sleeps, or one that hardly gets the processor, must not go on for ever.
    private const double LongestStretch = 10;

    /// <summary>How often <paramref name="action"/> should be told to repeat; at least once.</summary>
    public long Repetitions(Action<long> action)
    {
        action(1); // compiles it
        long count = 1;
        double spent = Measure(action, count);
        for (; spent < Telling * iteration; spent = Measure(action, count))
            count *= 2;
        for (int confirmations = 0; confirmations < 2; confirmations++)
        {
            count = Math.Max(1, (long)Math.Round(count * iteration / spent));
            spent = Measure(action, count);
        }
        return Math.Max(1, (long)Math.Round(count * iteration / spent));
    }

    private double Measure(Action<long> action, long count)
    {
        double before = clock();
        long start = Stopwatch.GetTimestamp();
        action(count);
        return Math.Max(clock() - before, Stopwatch.GetElapsedTime(start).TotalNanoseconds / LongestStretch);
    }
}
