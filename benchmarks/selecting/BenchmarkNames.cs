using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Bench.Selecting;

/// <summary>What benchmarks can be selected by, read from their classes alone: no row is made for it.</summary>
internal static class BenchmarkNames
{
    /// <summary>Globs of one class each, and the methods' full names, which select all their rows.</summary>
    public static IEnumerable<string> Globs => WorkloadClasses.All.SelectMany(type => Methods(type)
        .Select(method => $"{type.FullName}.{method.Name}").Prepend($"*.{type.Name}.*"));

    /// <summary>Categories.</summary>
    public static IEnumerable<string> Categories => WorkloadClasses.All
        .SelectMany(type => Methods(type).Prepend<MemberInfo>(type))
        .SelectMany(member => member.GetCustomAttributes<BenchmarkCategoryAttribute>())
        .SelectMany(attribute => attribute.Categories).Distinct();

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute), true));
}
