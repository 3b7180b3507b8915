using System.Diagnostics;
using System.Reflection;
using Bench.Interop.Processes;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

namespace Bench.Planning;

/// <summary>
/// Runs a few rows of each family in this process on a small region, and takes a page of a larger one to cost as much. Calls need no trial:
/// their iterations last as long as they are told to.
/// </summary>
/// <param name="launches">Launches of each row.</param>
/// <param name="inProcess">Rows are measured in this process, with no build and no process of their own.</param>
/// <param name="guard">Changes settings for rows that need it; null where none may be changed, and such rows are taken to cost what others
/// do.</param>
internal sealed class SmallRegionPilot(int launches, bool inProcess, SettingsGuard? guard) : IPilot
{
    // A page of it costs what a page of a large region does.
    private static readonly long RegionBytes = Math.Max(16L << 20, OperatingSystem.IsLinux() ? (long)Region.Alignment : 0);

    // Of the time in which a process of this suite starts and ends; seen on two kinds of machine.
    private const double StartsOfALaunch = 2.5;
    private const double StartsOfABuild = 40;

    private const double UsualStart = 0.2;

    // Compiling, and finding how many invocations fill an iteration: halves and quarters of one, and two whole ones to confirm.
    private const double IterationsToFillOne = 4;

    // The yardsticks beside it, and BenchmarkDotNet's own reports of it.
    private const double BesideAnIteration = 0.005;

    private readonly long begin = Stopwatch.GetTimestamp();
    private readonly Lazy<double> start = new(TimeAStart);

    public double Around => Stopwatch.GetElapsedTime(begin).TotalSeconds + (inProcess ? 0 : StartsOfABuild * start.Value);

    public IReadOnlyList<RowCost> Costs(IReadOnlyList<BenchmarkCase> rows)
    {
        using var region = Region.Resized(RegionBytes);
        Dictionary<BenchmarkCase, TrialTimes> tried = [];
        foreach (var family in Family.Of(rows.Where(UsesRegion)))
            Try(family, tried);
        return [.. rows.Select(row => Cost(row, tried))];
    }

    private void Try(BenchmarkCase[] family, Dictionary<BenchmarkCase, TrialTimes> tried)
    {
        List<(int Index, TrialTimes Times)> told = [];
        foreach (int index in Family.Telling(family.Length))
        {
            if (Trial(family[index]) is { } times)
                told.Add((index, times));
        }
        var setUps = Family.Spread(family.Length, [.. told.Select(row => (row.Index, row.Times.SetUp))]);
        var iterations = Family.Spread(family.Length, [.. told.Select(row => (row.Index, row.Times.Iteration))]);
        for (int index = 0; index < setUps.Count; index++)
            tried.Add(family[index], new TrialTimes(setUps[index], iterations[index]));
    }

    private TrialTimes? Trial(BenchmarkCase row)
    {
        if (!OperatingSystem.IsLinux() || Selecting.CaseInstance.Of(row) is not IChangesSettings { Settings: { Count: > 0 } changes })
            return new RowTrial(row).Run();
        try
        {
            using var scope = guard?.Change(changes);
            return scope is null ? null : new RowTrial(row).Run();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The row itself will say that its settings can't be changed.
            return null;
        }
    }

    private RowCost Cost(BenchmarkCase row, Dictionary<BenchmarkCase, TrialTimes> tried)
    {
        var run = row.Job.Run;
        var cost = new RowCost(FullNameProvider.GetBenchmarkName(row),
            row.Descriptor.Type.GetCustomAttribute<SuiteJobAttribute>()
                ?? throw new InvalidOperationException($"{row.Descriptor.Type.Name} has no job"))
        {
            Launches = launches,
            Launch = start.Value * (inProcess ? 1 : StartsOfALaunch),
            LaunchPerByte = UsesRegion(row) ? Times(row, tried).SetUp / RegionBytes : 0,
        };
        return row.Job.HasValue(RunMode.IterationTimeCharacteristic)
            ? cost with
            {
                Unmeasured = run.WarmupCount + IterationsToFillOne,
                Iteration = run.IterationTime.ToSeconds() + BesideAnIteration
            }
            : cost with
            {
                Unmeasured = run.WarmupCount + 1,
                Iteration = BesideAnIteration,
                IterationPerByte = Times(row, tried).Iteration / RegionBytes,
                MostBytes = (Selecting.CaseInstance.Of(row) as IUsesRegion)?.MostBytes ?? long.MaxValue
            };
    }

    // A row of a family that could not be tried costs at most what the dearest of the others does.
    private static TrialTimes Times(BenchmarkCase row, Dictionary<BenchmarkCase, TrialTimes> tried) =>
        tried.TryGetValue(row, out var times) ? times
        : tried.Count > 0 ? new TrialTimes(tried.Values.Max(each => each.SetUp), tried.Values.Max(each => each.Iteration))
        : default;

    private static bool UsesRegion(BenchmarkCase row) => row.Descriptor.Type.IsAssignableTo(typeof(IUsesRegion));

    private static double TimeAStart()
    {
        try
        {
            long begin = Stopwatch.GetTimestamp();
            using var process = Process.Start(ManagedProgram.Start(typeof(SmallRegionPilot).Assembly.Location, "--version"))!;
            process.StandardInput.Close();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return Stopwatch.GetElapsedTime(begin).TotalSeconds;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Then everything runs in this process.
            return UsualStart;
        }
    }
}
