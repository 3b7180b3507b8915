using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop.Settings;
using Bench.Machine;
using Bench.Measuring;
using Bench.Reporting;
using Bench.Reporting.Console;
using Bench.Results;
using Bench.Selecting;
using Bench.Workloads;
using BenchmarkDotNet.Configs;
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
        if (options.RegionBytes is long bytes)
            Environment.SetEnvironmentVariable(Region.Variable, bytes.ToString(CultureInfo.InvariantCulture));

        var record = new RunRecord([.. MachineEnvironment.Read(), new MachineFact("region", "Region", ByteSize.Describe(Region.Bytes), Matters: true)]);
        using var spool = CountSpool.Create();
        var config = SuiteConfig.Create(record, spool, options.Verbose);
        if (BenchmarkDotNetOptions.Parse(options.Rest, config, out error) is not { } parsed)
            return Refuse(error);

        var types = TypesOfThisSystem(record);
        if (parsed.OnlyPrints || parsed.Options.Filters.Any() is false && args.Length == 0)
        {
            new BenchmarkSwitcher(types).Run(options.Rest, config);
            return ExitCode.Ok;
        }
        return RunCases(options, parsed, config, types, record);
    }

    private int RunCases(SuiteOptions options, BenchmarkDotNetOptions parsed, ManualConfig config, Type[] types, RunRecord record)
    {
        config.AddFilter(new AvailableCases(record, [.. parsed.Config.GetFilters()], options.LeaveSettings));
        var selected = SelectedCases.Of(types, ManualConfig.Union(config, parsed.Config));
        BenchmarkCase[] cases = [.. selected.SelectMany(info => info.BenchmarksCases)];
        PrintLeftOut(record);
        if (cases.Length == 0 && record.LeftOut.Count > 0)
        {
            output.WriteLine("Nothing is left to measure.");
            return ExitCode.Ok;
        }
        if (cases.Length == 0)
        {
            string filters = string.Join(' ', parsed.Options.Filters);
            return Refuse($"no benchmark matches '{filters}'; --list flat prints their names (if the shell replaced the pattern by file names, quote it)");
        }
        if (cases.Any(item => item.Descriptor.Type.IsAssignableTo(typeof(IUsesRegion))) && MemoryBudget.Read().WhyTooLarge(Region.Bytes) is { } tooLarge)
            return Refuse(tooLarge);

        ParentProcess.Announce();
        config.AddEventProcessor(new LiveRows(output, record, cases.Length));
        return OperatingSystem.IsLinux() && TransparentHugePages.Read() is not null
            ? MeasureGuarded(cases, config, Measure)
            : Measure();

        // Selected anew, since the configuration has grown.
        int Measure() => Finish(BenchmarkRunner.Run(SelectedCases.Of(types, ManualConfig.Union(config, parsed.Config))));
    }

    /// <summary>
    /// Holds the machine's huge page settings while it measures, also where it leaves them alone: another run must neither change them
    /// under its rows nor share the processors with it.
    /// </summary>
    [SupportedOSPlatform("linux")]
    private int MeasureGuarded(BenchmarkCase[] cases, ManualConfig config, Func<int> measure)
    {
        using var guard = SettingsGuard.TryAcquire(LongestWait, output.WriteLine, out string reason);
        if (guard is null)
            return Refuse(reason);
        int changing = cases.Count(item => CaseInstance.Of(item) is IChangesSettings { Settings.Count: > 0 });
        if (changing > 0)
        {
            output.WriteLine($"Changes {TransparentHugePages.SysfsRoot}/hugepages-*/enabled while {changing} of {cases.Length} rows run, one size on and the others off;");
            output.WriteLine("each is put back after its row, and also after Ctrl-C or kill. --leave-settings forbids it and leaves those rows out.");
            output.WriteLine();
        }
        config.AddEventProcessor(new CaseSettings(guard));
        int status = measure();
        if (changing > 0)
            output.WriteLine($"Settings were changed for {guard.ChangedFor.TotalSeconds:0} s in all and are back as they were.");
        return status;
    }

    private int Finish(Summary[] summaries)
    {
        if (summaries.Length == 0 || summaries.Any(summary => summary.HasCriticalValidationErrors))
        {
            errors.WriteLine("error: BenchmarkDotNet refused the benchmarks; its reason stands above");
            return ExitCode.RunFailed;
        }
        string[] failed = [.. summaries.SelectMany(summary => summary.Reports).Where(report => !report.Success).Select(report => CaseName.Of(report.BenchmarkCase))];
        foreach (string name in failed)
            errors.WriteLine($"error: {name} failed; see {summaries[0].LogFilePath}");
        output.WriteLine();
        output.WriteLine($"Reports: {summaries[0].ResultsDirectoryPath}");
        return failed.Length == 0 ? ExitCode.Ok : ExitCode.RunFailed;
    }

    private Type[] TypesOfThisSystem(RunRecord record)
    {
        foreach (var type in WorkloadClasses.All)
        {
            if (AvailableCases.WhyNot(type) is { } reason)
                record.LeaveOut(new LeftOut(type.Name, reason));
        }
        return [.. WorkloadClasses.All.Where(type => AvailableCases.WhyNot(type) is null)];
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
        errors.WriteLine($"error: {reason}");
        return ExitCode.BadUsage;
    }
}
