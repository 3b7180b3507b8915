using System.Runtime.Versioning;
using Bench.Interop.Processes;
using Bench.Journaling;
using Bench.Launching;
using Bench.Machine;
using Bench.Measuring;
using Bench.Record;
using Bench.Reporting;
using Bench.Reporting.Console;
using Bench.Reporting.Exporters;
using Bench.Results;
using Bench.Results.Show;
using Bench.Selecting;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Commands;

/// <summary>A run of the suite from its cases to its reports.</summary>
internal sealed class MeasuredRun(TextWriter output, TextWriter errors)
{
    /// <summary>The suite's options.</summary>
    public required SuiteOptions Options { get; init; }

    /// <summary>BenchmarkDotNet's.</summary>
    public required BenchmarkDotNetOptions Parsed { get; init; }

    /// <summary>The cases, as long as nobody planned how much of each is measured.</summary>
    public required Selection Selection { get; init; }

    /// <summary>Plans that.</summary>
    public required RunBudget Budget { get; init; }

    /// <summary>Writes launches down.</summary>
    public required LaunchJournal Launches { get; init; }

    /// <summary>Launches in rounds; null for one case after another.</summary>
    public required LaunchRounds? Rounds { get; init; }

    /// <summary>The folder for what goes with this process.</summary>
    public required string Scratch { get; init; }

    /// <summary>Measures and reports.</summary>
    /// <param name="guard">Changes settings; null where none may be changed.</param>
    /// <returns>The exit status.</returns>
    public int Measure(SettingsGuard? guard)
    {
        var machine = MachineEnvironment.Read();
        var plan = Budget.Plan(Selection, Options.Rounds, machine, guard, output.WriteLine);
        var selection = Selection.Under(plan);
        var record = new RunRecord([.. machine, .. RunFacts.Of(Region.Bytes, selection.InProcess), plan.Fact], ClockUnit.Read());
        var cases = selection.Cases(record);
        foreach (string line in UnitNote.Of(record.Unit))
            output.WriteLine(line);
        PrintLeftOut(record);
        if (cases.Count == 0)
        {
            output.WriteLine("Nothing is left to measure.");
            return ExitCode.Ok;
        }
        foreach (string line in plan.Lines)
            output.WriteLine(line);

        ParentProcess.Announce();
        using var spool = CountSpool.Create(Scratch);
        using var run = new JournaledRun(Parsed.Artifacts, Parsed.Results, Tell);
        if (run.Begin(Launches, record, spool, Options.Numbers, Options.Resume, cases) is { } whyNot)
            return Refuse(whyNot);
        using var log = Parsed.WritesLog ? ArtifactsLog.Open(Parsed.Artifacts, cases, Tell) : null;
        List<EventProcessor> events = [new LiveRows(output, record, cases, Options.Rounds, plan.RowSeconds)];
        if (OperatingSystem.IsLinux() && guard is not null)
        {
            SayWhatChanges(cases);
            events.Add(new CaseSettings(guard, errors.WriteLine));
        }
        if (Rounds is not null)
        {
            events.ForEach(Rounds.Events.Add);
            events = [.. events.Select(listener => new StageEvents(listener))];
        }
        var config = SuiteConfig.Create(record, spool, Options.Verbose).AddEventProcessor([.. events]);
        if (log is not null)
            config.AddLogger(log);
        var runs = selection.Runs(config, record);
        if (SuiteConfig.WhyInvalid(runs) is { } invalid)
            return Refuse(invalid);
        int status = Finish(Measure(runs, run), record, run, log);
        if (OperatingSystem.IsLinux() && guard?.ChangedFor > TimeSpan.Zero)
            output.WriteLine($"Settings were changed for {guard.ChangedFor.TotalSeconds:0} s in all and are back as they were.");
        return status;
    }

    private static Summary[] Measure(BenchmarkRunInfo[] infos, JournaledRun run)
    {
        try
        {
            return BenchmarkRunner.Run(infos);
        }
        catch (Exception e)
        {
            run.Report($"it ended by an error ({e.Message.ReplaceLineEndings(" ")})");
            throw;
        }
    }

    private int Finish(Summary[] summaries, RunRecord record, JournaledRun run, ArtifactsLog? log)
    {
        if (summaries.Length == 0 || summaries.Any(summary => summary.HasCriticalValidationErrors))
        {
            string reason = summaries.SelectMany(summary => summary.ValidationErrors).FirstOrDefault(error => error.IsCritical)?.Message
                ?? "its reason stands above";
            return Refuse($"BenchmarkDotNet refused the benchmarks: {reason.ReplaceLineEndings(" ")}");
        }
        var failed = summaries.SelectMany(summary => summary.Reports).Where(report => !report.Success)
            .Select(report => report.BenchmarkCase).ToArray();
        string[] faults =
            [.. failed.Where(row => !run.IsFull(record.FailureOf(row)))
                .Select(row => $"{CaseName.Of(row)} failed: {record.FailureOf(row) ?? "it reported no result"}"), .. record.Uncounted,
                .. record.Unwritten];
        foreach (string fault in faults)
            errors.WriteLine($"error: {fault}{(log is null ? "" : $"; see {log.Path}")}");
        foreach (string line in ReportsOfWholeRun.Write(summaries))
            output.WriteLine(line);
        output.WriteLine();
        output.WriteLine($"Reports: {summaries[0].ResultsDirectoryPath}");
        output.WriteLine(
            PageAfterRun.Write(summaries[0].ResultsDirectoryPath, [.. summaries.Select(new JsonReport(record).GetArtifactFullName)]));
        run.End(reported: record.Unwritten.Count == 0);
        return failed.Length + faults.Length == 0 ? ExitCode.Ok : ExitCode.RunFailed;
    }

    private void Tell(string line) => (line.StartsWith("error: ", StringComparison.Ordinal) ? errors : output).WriteLine(line);

    [SupportedOSPlatform("linux")]
    private void SayWhatChanges(IReadOnlyList<BenchmarkCase> cases)
    {
        int changing = cases.Count(item => CaseInstance.Of(item) is IChangesSettings { Settings.Count: > 0 });
        if (changing == 0)
            return;
        output.WriteLine(
            $"Changes {TransparentHugePages.SysfsRoot}/hugepages-*/enabled while {changing} of {cases.Count} rows run, one size on and "
                + $"the others off;");
        output.WriteLine(
            "each is put back after its row, and also after Ctrl-C or kill. --leave-settings forbids it and leaves those rows out.");
        output.WriteLine();
    }

    private void PrintLeftOut(RunRecord record)
    {
        if (record.LeftOut.Count == 0)
            return;
        output.WriteLine("Left out on this machine:");
        foreach (string line in LeftOutText.Lines(record.LeftOut))
            output.WriteLine("  " + line);
        output.WriteLine();
    }

    private int Refuse(string reason)
    {
        errors.WriteLine($"error: {Printable.Line(reason)}");
        return ExitCode.BadUsage;
    }
}
