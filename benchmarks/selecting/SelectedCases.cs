using System.Reflection;
using Bench.Journaling;
using Bench.Launching;
using Bench.Measuring;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>The cases that a configuration selects, each with the job of its class.</summary>
internal static class SelectedCases
{
    /// <summary>One entry a class that has any, in the order of <paramref name="types"/>.</summary>
    public static BenchmarkRunInfo[] Of(IEnumerable<Type> types, IConfig config, SuiteToolchain? toolchain = null, LaunchJournal? journal = null, LaunchRounds? rounds = null, Func<Type, Effort>? efforts = null) =>
    [
        .. types.Select(type => BenchmarkConverter.TypeToBenchmarks(type, config))
            .Where(info => info.BenchmarksCases.Length > 0)
            .Select(info => new BenchmarkRunInfo([.. info.BenchmarksCases.Select(item => WithJobOfClass(item, toolchain, journal, rounds, efforts?.Invoke(info.Type) ?? Effort.Full))], info.Type, info.Config)),
    ];

    private static BenchmarkCase WithJobOfClass(BenchmarkCase item, SuiteToolchain? toolchain, LaunchJournal? journal, LaunchRounds? rounds, Effort effort)
    {
        var job = item.Descriptor.Type.GetCustomAttribute<SuiteJobAttribute>()?.Over(item.Job, rounds?.Count ?? 1, effort) ?? item.Job;
        job = toolchain?.Over(job) ?? job;
        job = journal?.Over(job) ?? job;
        return BenchmarkCase.Create(item.Descriptor, rounds?.Over(job) ?? job, item.Parameters, item.Config);
    }
}
