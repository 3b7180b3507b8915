using System.Diagnostics;
using Bench.Selecting;
using BenchmarkDotNet.Running;

namespace Bench.Planning;

/// <summary>What one row took on a small region.</summary>
/// <param name="SetUp">Seconds of a launch's set-up.</param>
/// <param name="Iteration">Seconds of an iteration with what comes before and after its clock.</param>
internal readonly record struct TrialTimes(double SetUp, double Iteration);

/// <summary>Runs a row of the suite in this process a few times, as BenchmarkDotNet would, on the region as it is now.</summary>
/// <param name="row">The row.</param>
internal sealed class RowTrial(BenchmarkCase row)
{
    private const int Iterations = 3;

    // A slow machine has fewer: the rows' sum is what counts.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(100);

    /// <summary>The times; null where the row can't be run so.</summary>
    public TrialTimes? Run()
    {
        try
        {
            Round(1); // compiles it
            return Round(Iterations);
        }
        catch (Exception)
        {
            // No trial is worth a run: the row itself will say what is wrong.
            return null;
        }
    }

    private TrialTimes Round(int most)
    {
        long start = Stopwatch.GetTimestamp();
        using var running = CaseInProcess.SetUp(row);
        double setUp = Since(start);
        double[] times = [.. Cycles(running, most).Order()];
        return new TrialTimes(setUp, times[times.Length / 2]);
    }

    private static IEnumerable<double> Cycles(CaseInProcess running, int most)
    {
        long first = Stopwatch.GetTimestamp();
        for (int iteration = 0; iteration < most && (iteration == 0 || Stopwatch.GetElapsedTime(first) < LongEnough); iteration++)
        {
            long start = Stopwatch.GetTimestamp();
            running.BeforeIteration();
            running.Invoke();
            running.AfterIteration();
            yield return Since(start);
        }
    }

    private static double Since(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;
}
