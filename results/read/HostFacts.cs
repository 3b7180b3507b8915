using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>What BenchmarkDotNet itself says about the machine.</summary>
internal static class HostFacts
{
    private const string Prefix = "host.";

    // The runtime's version does not matter here: comparing two runtimes is a fair question, and the difference is still shown.
    private static readonly (string Name, string Label, bool Matters, bool SuiteSaysBetter)[] Known =
    [
        ("OsVersion", "Operating system", true, true),
        ("ProcessorName", "Processor", true, true),
        ("LogicalCoreCount", "Logical cores", true, true),
        ("Architecture", "Architecture", true, false),
        ("RuntimeVersion", ".NET runtime", false, false),
        ("Configuration", "Build", true, false),
        ("HasAttachedDebugger", "Debugger attached", true, false),
        ("BenchmarkDotNetVersion", "BenchmarkDotNet", true, false),
    ];

    // Before, measurements had no stage and benchmarks no full name.
    private static readonly Version Oldest = new(0, 11);

    public static List<EnvironmentFact> Read(ReportNode host)
    {
        if (host.Optional("BenchmarkDotNetVersion") is { } version)
            RefuseTooOld(version);
        List<EnvironmentFact> facts = [];
        foreach (var (name, label, matters, _) in Known)
            if (host.Optional(name) is { } value)
                facts.Add(new EnvironmentFact(Prefix + name, label, Shown(value), matters));
        return facts;
    }

    /// <summary>The suite's own facts first; BenchmarkDotNet's only where they say something else.</summary>
    public static IReadOnlyList<EnvironmentFact> Merge(List<EnvironmentFact> host, IReadOnlyList<EnvironmentFact> suite)
    {
        if (suite.Count == 0)
            return host;
        var doubled = Known.Where(k => k.SuiteSaysBetter).Select(k => Prefix + k.Name).ToHashSet();
        var own = suite.Select(f => f.Key).ToHashSet();
        return [.. suite, .. host.Where(f => !doubled.Contains(f.Key) && !own.Contains(f.Key))];
    }

    private static void RefuseTooOld(ReportNode version)
    {
        string text = version.Text();
        if (Version.TryParse(string.Concat(text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')), out var number) && number < Oldest)
            throw version.Wrong($"is {text}: too old, BenchmarkDotNet {Oldest} or newer is needed");
    }

    private static string Shown(ReportNode value) => value.Element.ValueKind switch
    {
        JsonValueKind.String => value.Text(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number => value.Element.GetRawText(),
        _ => throw value.Wrong("is neither text nor a number"),
    };
}
