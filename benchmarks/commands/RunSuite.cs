using System.Runtime.Versioning;
using Bench.Interop.Processes;
using Bench.Interop.Settings;
using Bench.Journaling;
using Bench.Launching;
using Bench.Machine;
using Bench.Measuring;
using Bench.Reporting;
using Bench.Reporting.Console;
using Bench.Reporting.Exporters;
using Bench.Results;
using Bench.Results.Show;
using Bench.Selecting;
using Bench.Workloads;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Commands;

/// <summary>The main command: selects cases, runs them through BenchmarkDotNet, and reports.</summary>
internal sealed class RunSuite(TextWriter output, TextWriter errors)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public int Run(string[] args)
    {
        if (SuiteOptions.Parse(args, out string error) is not { } options)
            return Refuse(error);
        if (options.Help)
            return SuiteHelp.Print(output);
        if (options.Version)
            return SuiteHelp.PrintVersion(output);
        if (BenchmarkDotNetOptions.Parse(options.Rest, ManualConfig.CreateEmpty(), out error) is not { } parsed)
            return Refuse(error);
        if (parsed.Options.Resume)
            return Refuse("--resume is an option of the suite's, written in small letters on the command line itself: BenchmarkDotNet's would skip rows without their values");
        if (RunBudget.Of(options, parsed, out error) is not { } budget)
            return Refuse(error);
        var asked = options.RegionBytes ?? budget.RegionBytes;
        var memory = MemoryBudget.Read();
        var smaller = asked is null && memory.WhyTooLarge(Region.Bytes) is not null ? memory.LargestRegion?.Bytes : null;
        if ((asked ?? smaller) is long bytes)
            Region.Resize(bytes);

        SdkVersion.AskQuietly();
        string noFolder = "";
        using var folder = parsed.OnlyPrints ? null : ProcessFolder.TryCreate(out noFolder);
        var toolchain = parsed.OnlyPrints || parsed.Options.RunInProcess ? null : SuiteToolchain.ForThisMachine(folder?.Path, noFolder);
        if (OptionLimits.WhyNot(parsed, parsed.Options.RunInProcess || toolchain?.WhyInProcess is not null) is { } outside)
            return Refuse(outside);
        if (options.Rounds > 1 && WhyNoRounds(parsed, toolchain) is { } reason)
            return Refuse(reason);
        var rounds = options.Rounds > 1 ? new LaunchRounds(options.Rounds) : null;
        var launches = new LaunchJournal();
        var selection = new Selection(parsed, options.LeaveSettings || Turns.Taken, toolchain, launches, rounds);
        if (parsed.OnlyPrints)
        {
            selection.Print();
            return ExitCode.Ok;
        }
        var seen = new RunRecord([]);
        var cases = selection.Cases(seen);
        if (cases.Count == 0 && seen.LeftOut.Count == 0)
            return Refuse($"no benchmark matches '{string.Join(' ', parsed.Options.Filters)}'; --list flat prints their names (if the shell replaced the pattern by file names, quote it)");
        bool usesRegion = cases.Any(item => item.Descriptor.Type.IsAssignableTo(typeof(IUsesRegion)));
        if (usesRegion && smaller is null && memory.WhyTooLarge(Region.Bytes) is { } tooLarge)
            return Refuse(tooLarge);
        if (usesRegion && smaller is not null)
            output.WriteLine($"Memory can't hold the usual region of {ByteSize.Describe(Region.DefaultBytes)} now ({memory.Limiter}): page rows take one of {ByteSize.Describe(Region.Bytes)} (--region sets it).");
        if (toolchain?.WhyInProcess is { } whyInProcess)
            output.WriteLine($"Everything runs in this process, as with --inProcess: {whyInProcess}.");
        string artifacts = ArtifactsFolder.Of(parsed.Config);
        if (ArtifactsFolder.WhyNot(artifacts) is { } unwritable)
            return Refuse(unwritable);
        // Who hands out the turns holds the settings for both processes.
        if (!OperatingSystem.IsLinux() || TransparentHugePages.Read() is null || Turns.Taken)
            return Measure(selection, parsed, options, launches, budget, rounds, null, folder?.Path ?? artifacts);

        // Held also where no setting is changed: another run must neither change them under this one's rows nor share the processors with it.
        using var guard = SettingsGuard.TryAcquire(LongestWait, output.WriteLine, out string busy);
        return guard is null ? Refuse(busy) : Measure(selection, parsed, options, launches, budget, rounds, guard, folder?.Path ?? artifacts);
    }

    private static string? WhyNoRounds(BenchmarkDotNetOptions parsed, SuiteToolchain? toolchain) =>
        parsed.Options.RunInProcess ? "--rounds launches processes of its own: not with --inProcess"
        : toolchain?.WhyInProcess is { } why ? $"--rounds launches processes of its own, which can't be done here: {why}"
        : parsed.Config.GetDiagnosers().Any() ? "--rounds works with no other diagnoser than the suite's own"
        : parsed.Config.GetJobs().Any(job => job.HasValue(RunMode.LaunchCountCharacteristic)) ? "--rounds and --launchCount both say how often a case is launched: give one"
        : null;

    private int Measure(Selection unplanned, BenchmarkDotNetOptions parsed, SuiteOptions options, LaunchJournal launches, RunBudget budget, LaunchRounds? rounds, SettingsGuard? guard, string scratch)
    {
        var machine = MachineEnvironment.Read();
        var plan = budget.Plan(unplanned, options.Rounds, machine, guard, output.WriteLine);
        var selection = unplanned.Under(plan);
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
        using var spool = CountSpool.Create(scratch);
        using var run = new JournaledRun(parsed.Artifacts, parsed.Results, Tell);
        if (run.Begin(launches, record, spool, options.Numbers, options.Resume, cases) is { } whyNot)
            return Refuse(whyNot);
        using var log = parsed.WritesLog ? ArtifactsLog.Open(parsed.Artifacts, cases, Tell) : null;
        List<EventProcessor> events = [new LiveRows(output, record, cases, options.Rounds, plan.RowSeconds)];
        if (OperatingSystem.IsLinux() && guard is not null)
        {
            SayWhatChanges(cases);
            events.Add(new CaseSettings(guard, errors.WriteLine));
        }
        if (rounds is not null)
        {
            events.ForEach(rounds.Events.Add);
            events = [.. events.Select(listener => new StageEvents(listener))];
        }
        var config = SuiteConfig.Create(record, spool, options.Verbose).AddEventProcessor([.. events]);
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
            string reason = summaries.SelectMany(summary => summary.ValidationErrors).FirstOrDefault(error => error.IsCritical)?.Message ?? "its reason stands above";
            return Refuse($"BenchmarkDotNet refused the benchmarks: {reason.ReplaceLineEndings(" ")}");
        }
        var failed = summaries.SelectMany(summary => summary.Reports).Where(report => !report.Success).Select(report => report.BenchmarkCase).ToArray();
        string[] faults = [.. failed.Where(row => !run.IsFull(record.FailureOf(row))).Select(row => $"{CaseName.Of(row)} failed: {record.FailureOf(row) ?? "it reported no result"}"), .. record.Uncounted, .. record.Unwritten];
        foreach (string fault in faults)
            errors.WriteLine($"error: {fault}{(log is null ? "" : $"; see {log.Path}")}");
        output.WriteLine();
        output.WriteLine($"Reports: {summaries[0].ResultsDirectoryPath}");
        output.WriteLine(PageAfterRun.Write(summaries[0].ResultsDirectoryPath, [.. summaries.Select(new JsonReport(record).GetArtifactFullName)]));
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
        output.WriteLine($"Changes {TransparentHugePages.SysfsRoot}/hugepages-*/enabled while {changing} of {cases.Count} rows run, one size on and the others off;");
        output.WriteLine("each is put back after its row, and also after Ctrl-C or kill. --leave-settings forbids it and leaves those rows out.");
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
