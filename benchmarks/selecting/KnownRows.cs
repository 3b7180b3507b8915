using System.Reflection;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>The benchmarks that this build has.</summary>
internal static class KnownRows
{
    /// <summary>Their full names, as reports have them, whatever this machine can measure of them.</summary>
    public static IReadOnlySet<string> All() => WorkloadClasses.All.SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(Type type)
    {
        try
        {
            return BenchmarkConverter.TypeToBenchmarks(type).BenchmarksCases.Select(FullNameProvider.GetBenchmarkName);
        }
        catch (TargetInvocationException)
        {
            // A class of another system may not even be able to list its rows here.
            return [];
        }
    }
}
