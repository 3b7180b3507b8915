using System.Reflection;
using Bench.Measuring;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>The cases that a configuration selects, each with the job of its class.</summary>
internal static class SelectedCases
{
    /// <summary>One entry a class that has any, in the order of <paramref name="types"/>.</summary>
    public static BenchmarkRunInfo[] Of(IEnumerable<Type> types, IConfig config) =>
    [
        .. types.Select(type => BenchmarkConverter.TypeToBenchmarks(type, config))
            .Where(info => info.BenchmarksCases.Length > 0)
            .Select(info => new BenchmarkRunInfo([.. info.BenchmarksCases.Select(WithJobOfClass)], info.Type, info.Config)),
    ];

    private static BenchmarkCase WithJobOfClass(BenchmarkCase item) => BenchmarkCase.Create(
        item.Descriptor,
        item.Descriptor.Type.GetCustomAttribute<SuiteJobAttribute>()?.Over(item.Job) ?? item.Job,
        item.Parameters,
        item.Config);
}
