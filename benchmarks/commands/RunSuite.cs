using Bench.Interop;
using Bench.Interop.Processes;
using Bench.Journaling;
using Bench.Launching;
using Bench.Machine;
using Bench.Measuring;
using Bench.Record;
using Bench.Results;
using Bench.Results.Show;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;

namespace Bench.Commands;

/// <summary>The main command: from the command line to the cases and the right to measure them.</summary>
internal sealed class RunSuite(TextWriter output, TextWriter errors)
{
    public int Run(string[] args)
    {
        using var handover = Handover.Keep();
        if (SuiteOptions.Parse(args, out string error) is not { } options)
            return Misused(error);
        if (options.Help != HelpAsked.None)
            return SuiteHelp.Print(options.Help, output);
        if (options.Version)
            return SuiteHelp.PrintVersion(output);
        if (BenchmarkDotNetOptions.Parse(options.Rest, ManualConfig.CreateEmpty(), out error) is not { } parsed)
            return Misused(error);
        if (parsed.Options.Resume)
            return Refuse(
                "--resume is an option of the suite's, written in small letters on the command line itself: BenchmarkDotNet's would skip "
                    + "rows without their values");
        if (parsed.Options.ApplesToApples)
            return Refuse("--apples would do nothing here: ab measures two builds in turns, launch by launch");
        if (RunBudget.Of(options, parsed, out error) is not { } budget)
            return Refuse(error);
        long? asked = options.RegionBytes ?? budget.RegionBytes;
        var memory = MemoryBudget.Read();
        long? smaller = asked is null && memory.WhyTooLarge(Region.Bytes) is not null ? memory.LargestRegion?.Bytes : null;
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
            return Refuse($"no benchmark matches '{string.Join(' ', parsed.Options.Filters)}'; "
                + $"{StartedAs.Own.With("--list flat")} prints their names "
                + "(if the shell replaced the pattern by file names, quote it)");
        bool usesRegion = cases.Any(item => item.Descriptor.Type.IsAssignableTo(typeof(IUsesRegion)));
        if (usesRegion && smaller is null && memory.WhyTooLarge(Region.Bytes) is { } tooLarge)
            return Refuse(tooLarge);
        if (usesRegion && smaller is not null)
            output.WriteLine(
                $"Memory can't hold the usual region of {ByteSize.Describe(Region.DefaultBytes)} now ({memory.Limiter}): page rows take "
                    + $"one of {ByteSize.Describe(Region.Bytes)} (--region sets it).");
        if (toolchain?.WhyInProcess is { } whyInProcess)
            output.WriteLine($"Everything runs in this process, as with --inProcess: {whyInProcess}.");
        string artifacts = parsed.Artifacts;
        if (ArtifactsFolder.WhyNot(artifacts) is { } unwritable)
            return Refuse(unwritable);
        var run = new MeasuredRun(output, errors)
        {
            Options = options,
            Parsed = parsed,
            Selection = selection,
            Budget = budget,
            Launches = launches,
            Rounds = rounds,
            Scratch = folder?.Path ?? artifacts,
        };
        // Who hands out the turns holds the settings for both processes.
        if (!OperatingSystem.IsLinux() || TransparentHugePages.Read() is null || Turns.Taken)
            return run.Measure(null);

        // Held also where no setting is changed: another run must neither change them under this one's rows nor share the processors with
        // it.
        using var guard = SettingsGuard.TryAcquire(SettingsGuard.LongestWait, output.WriteLine, out string busy);
        return guard is null ? Refuse(busy) : run.Measure(guard);
    }

    private static string? WhyNoRounds(BenchmarkDotNetOptions parsed, SuiteToolchain? toolchain) =>
        parsed.Options.RunInProcess ? "--rounds launches processes of its own: not with --inProcess"
        : toolchain?.WhyInProcess is { } why ? $"--rounds launches processes of its own, which can't be done here: {why}"
        : parsed.Config.GetDiagnosers().Any() ? "--rounds works with no other diagnoser than the suite's own"
        : parsed.Config.GetJobs().Any(job => job.HasValue(RunMode.LaunchCountCharacteristic))
            ? "--rounds and --launchCount both say how often a case is launched: give one"
        : null;

    private int Misused(string error) => Refuse($"{error.TrimEnd('.')} (see {StartedAs.Own.With("--help all")})");

    private int Refuse(string reason)
    {
        errors.WriteLine($"error: {Printable.Line(reason)}");
        return ExitCode.BadUsage;
    }
}
