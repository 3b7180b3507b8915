using Bench.Interop;
using Bench.Machine;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;

namespace Bench.Planning;

/// <summary>Measures as another run did, so that both can be compared.</summary>
internal static class PlanOfRun
{
    private const int MostIterations = 1000;

    /// <summary>Region and iterations of a run.</summary>
    /// <param name="path">A saved baseline, a report, or a folder of reports.</param>
    /// <exception cref="ReadException">It can't be read, or doesn't say.</exception>
    public static Plan Read(string path)
    {
        var run = RunSource.Read(path);
        return Plan.Of($"as another run: {ByteSize.Describe(RegionOf(run))}, its iterations") with
        {
            RegionBytes = RegionOf(run),
            Iterations = run.Rows.GroupBy(row => row.Type).ToDictionary(rows => rows.Key, IterationsOf, StringComparer.Ordinal),
            Lines = [$"Budget: a region of {ByteSize.Describe(RegionOf(run))} and iterations as in {path}."],
        };
    }

    /// <summary>
    /// The most iterations that a launch of any of <paramref name="rows"/> has, within reason: a file's number decides how long this
    /// machine is kept busy.
    /// </summary>
    public static int IterationsOf(IEnumerable<BenchmarkRow> rows) =>
        Math.Min(MostIterations, rows.SelectMany(row => row.Launches).Max(launch => launch.Iterations));

    /// <summary>Bytes of a run's region.</summary>
    /// <exception cref="ReadException">The run doesn't say.</exception>
    public static long RegionOf(Run run) =>
        run.BytesOf(RunFacts.Region) is > 0 and var bytes && bytes % Environment.SystemPageSize == 0
            ? bytes
            : throw new ReadException(run.Source,
                "does not say what region it was measured with: give --region and --iterationCount instead");
}
