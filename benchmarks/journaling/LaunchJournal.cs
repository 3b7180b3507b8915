using Bench.Launching;
using Bench.Measuring;
using Bench.Record;
using Bench.Reporting;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Journaling;

/// <summary>Writes down each launch as it ends: an executor around BenchmarkDotNet's, whatever order launches are made in.</summary>
internal sealed class LaunchJournal : ILaunchLayer
{
    private static readonly TimeSpan SignalsTravel = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private RunRecord? record;
    private CountSpool? spool;
    private JournalFile? file;
    private StoredLaunches? stored;

    /// <summary>
    /// The job, its launches written down; unchanged where BenchmarkDotNet alone knows how it is built (other runtimes than .NET).
    /// </summary>
    public Job Over(Job job) => LayeredToolchain.Over(job, this);

    /// <summary>From now on launches are written down.</summary>
    /// <param name="record">Notes failures.</param>
    /// <param name="spool">Where launches leave their counts.</param>
    /// <param name="file">Takes the lines.</param>
    /// <param name="stored">Launches that are not made again.</param>
    public void Begin(RunRecord record, CountSpool spool, JournalFile file, StoredLaunches? stored) =>
        (this.record, this.spool, this.file, this.stored) = (record, spool, file, stored);

    /// <summary>From now on no launch is begun, and none that ends is written down: it waits for the process to end, too.</summary>
    public void Stop() => gate.Enter();

    public ExecuteResult Execute(IExecutor inner, ExecuteParameters asked)
    {
        if (file is null || record is null || spool is null || IsExtra(asked))
            return inner.Execute(asked);
        lock (gate)
        {
            if (stored?.Take(asked.BenchmarkCase.DisplayInfo, asked.LaunchIndex) is { } known)
                return Again(known);
            if (file.Full is { } full)
                return Failed(asked, full);
        }
        spool.Read(out _);
        var (result, thrown) = Try(inner, asked);
        // A signal that ended the child may have been sent to this process as well: then it is no failure of the row's.
        if (!result.IsSuccess)
            Thread.Sleep(SignalsTravel);
        lock (gate)
        {
            if (result.IsSuccess)
                NoteLaunch(asked, result);
            else
                NoteFailure(asked.BenchmarkCase, thrown ?? LaunchFailure.Of(result));
        }
        return result;
    }

    public void Built(BuildPartition partition, IExecutor inner, BuildResult build)
    {
        if (build.IsBuildSuccess || file is null)
            return;
        // Partitions are built in parallel; what failed there BenchmarkDotNet builds once more, one after another.
        lock (gate)
        {
            foreach (var row in partition.Benchmarks)
                NoteFailure(row.BenchmarkCase, LaunchFailure.Of(build));
        }
    }

    private ExecuteResult Again(StoredLaunch known)
    {
        if (known.Counts is not null)
            spool!.Give(known.Counts);
        return known.Result;
    }

    // BenchmarkDotNet launches a row once more for diagnosers that would disturb it, and drops what that measures.
    private static bool IsExtra(ExecuteParameters asked) =>
        asked.LaunchIndex > Math.Max(1,
            asked.BenchmarkCase.Job.HasValue(RunMode.LaunchCountCharacteristic) ? asked.BenchmarkCase.Job.Run.LaunchCount : 1);

    // In process BenchmarkDotNet throws where a row takes too long, and that would cost all the others.
    private static (ExecuteResult Result, string? Thrown) Try(IExecutor inner, ExecuteParameters asked)
    {
        try
        {
            return (inner.Execute(asked), null);
        }
        catch (Exception e)
        {
            asked.Logger.WriteLineError(e.ToString());
            return (NoResult(asked), LaunchFailure.OneLine(e.Message));
        }
    }

    private static ExecuteResult NoResult(ExecuteParameters asked) => new(true, -1, null, [], [], [], asked.LaunchIndex);

    private ExecuteResult Failed(ExecuteParameters asked, string reason)
    {
        record!.Fail(asked.BenchmarkCase, reason);
        return NoResult(asked);
    }

    private void NoteLaunch(ExecuteParameters asked, ExecuteResult result)
    {
        string name = FullNameProvider.GetBenchmarkName(asked.BenchmarkCase);
        var counts = spool!.Read(out string? broken).LastOrDefault(launch => launch.Benchmark == name);
        if (broken is not null)
            record!.LostCounts(asked.BenchmarkCase, broken);
        var launch = new RunRecord(record!.Environment, record.Unit);
        if (counts is { Iterations.Count: > 0 })
            launch.Add(asked.BenchmarkCase, new CaseCounts([counts]) { Unit = record.Unit });
        var metrics = launch.CountsOf(asked.BenchmarkCase) is { } known ? CountDiagnoser.Metrics(known) : [];
        var report = new BenchmarkReport(true, asked.BenchmarkCase, asked.BuildResult, asked.BuildResult, [result], metrics);
        file!.Append(JournalText.Launch(asked.LaunchIndex, report, counts, launch));
    }

    private void NoteFailure(BenchmarkCase row, string reason)
    {
        record!.Fail(row, reason);
        file!.Append(JournalText.Failure(row, reason));
    }
}
