using System.Reflection;
using Bench.Measuring;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>The cases that a configuration selects, each with the job of its class.</summary>
internal static class SelectedCases
{
    /// <summary>One entry a class that has any, in the order of <paramref name="types"/>.</summary>
    /// <param name="types">The classes.</param>
    /// <param name="config">Selects.</param>
    /// <param name="launching">Gives a job its toolchain; null for BenchmarkDotNet's own.</param>
    /// <param name="launches">Launches of each case.</param>
    /// <param name="efforts">How much of each class is measured; null for all.</param>
    public static BenchmarkRunInfo[] Of(
        IEnumerable<Type> types, IConfig config, Func<Job, Job>? launching = null, int launches = 1, Func<Type, Effort>? efforts = null) =>
    [
        .. types.Select(type => BenchmarkConverter.TypeToBenchmarks(type, config))
            .Where(info => info.BenchmarksCases.Length > 0)
            .Select(
                info => new BenchmarkRunInfo(
                    [.. info.BenchmarksCases
                        .Select(item => WithJobOfClass(item, launching, launches, efforts?.Invoke(info.Type) ?? Effort.Full))], info.Type,
                        info.Config)),
    ];

    private static BenchmarkCase WithJobOfClass(BenchmarkCase item, Func<Job, Job>? launching, int launches, Effort effort)
    {
        var job = item.Descriptor.Type.GetCustomAttribute<SuiteJobAttribute>()?.Over(item.Job, launches, effort) ?? item.Job;
        return BenchmarkCase.Create(item.Descriptor, launching?.Invoke(job) ?? job, item.Parameters, item.Config);
    }
}
