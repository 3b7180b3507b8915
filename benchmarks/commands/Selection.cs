using System.Reflection;
using Bench.Journaling;
using Bench.Launching;
using Bench.Planning;
using Bench.Record;
using Bench.Results.Data;
using Bench.Selecting;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;

namespace Bench.Commands;

/// <summary>What the command line selects on this machine.</summary>
/// <param name="parsed">BenchmarkDotNet's options.</param>
/// <param name="leaveSettings">System settings stay as they are.</param>
/// <param name="toolchain">Builds and launches what doesn't name a toolchain of its own; null where nothing is launched.</param>
/// <param name="journal">Has each launch written down; null where nothing is launched.</param>
/// <param name="rounds">Launches the cases in rounds; null for one after another.</param>
/// <param name="plan">How much of each is measured.</param>
internal sealed class Selection(BenchmarkDotNetOptions parsed, bool leaveSettings, SuiteToolchain? toolchain = null,
    LaunchJournal? journal = null, LaunchRounds? rounds = null, Plan? plan = null)
{
    /// <summary>The same, measured as <paramref name="other"/> says.</summary>
    public Selection Under(Plan other) => new(parsed, leaveSettings, toolchain, journal, rounds, other);

    /// <summary>Whether the cases run in this process.</summary>
    public bool InProcess => parsed.Options.RunInProcess || toolchain?.WhyInProcess is not null;

    /// <summary>The cases; rows left out are noted in <paramref name="record"/>.</summary>
    public IReadOnlyList<BenchmarkCase> Cases(RunRecord record) =>
        [.. Runs(ManualConfig.CreateEmpty(), record).SelectMany(run => run.BenchmarksCases)];

    /// <summary>The same as BenchmarkDotNet runs them, under <paramref name="config"/>.</summary>
    public BenchmarkRunInfo[] Runs(IConfig config, RunRecord record)
    {
        IFilter[] filters = [.. parsed.Config.GetFilters()];
        foreach (var type in WorkloadClasses.All)
        {
            if (AvailableCases.WhyNot(type) is { } reason && Asked(type, filters))
                record.LeaveOut(new LeftOut(type.Name, reason));
        }
        var available = ManualConfig.CreateEmpty().AddFilter(new AvailableCases(record, filters, leaveSettings));
        return SelectedCases.Of(TypesOfThisSystem,
            ManualConfig.Union(ManualConfig.Union(ManualConfig.Create(config), parsed.Config), available), Launched, rounds?.Count ?? 1,
            plan is null ? null : plan.EffortOf);
    }

    private Job Launched(Job job)
    {
        job = toolchain?.Over(job) ?? job;
        job = journal?.Over(job) ?? job;
        return rounds?.Over(job) ?? job;
    }

    /// <summary>What <c>--list</c> and <c>--info</c> print.</summary>
    public void Print() =>
        new BenchmarkSwitcher([.. TypesOfThisSystem]).Run(parsed.Arguments, ManualConfig.CreateEmpty().AddLogger(ConsoleLogger.Default));

    private static bool Asked(Type type, IFilter[] filters)
    {
        try
        {
            return filters.Length == 0
                || BenchmarkConverter.TypeToBenchmarks(type).BenchmarksCases.Any(item => filters.All(filter => filter.Predicate(item)));
        }
        catch (TargetInvocationException)
        {
            // A class of another system may not even be able to list its rows here.
            return true;
        }
    }

    private static IEnumerable<Type> TypesOfThisSystem => WorkloadClasses.All.Where(type => AvailableCases.WhyNot(type) is null);
}
