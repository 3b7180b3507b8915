using BenchmarkDotNet.Attributes;

namespace Bench.Selecting;

/// <summary>The suite's benchmark classes.</summary>
internal static class WorkloadClasses
{
    /// <summary>Every public class with a benchmark, by full name.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(WorkloadClasses).Assembly.GetExportedTypes()
            .Where(
                type => type is { IsClass: true, IsAbstract: false }
                    && type.GetMethods().Any(method => method.IsDefined(typeof(BenchmarkAttribute), true)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];
}
