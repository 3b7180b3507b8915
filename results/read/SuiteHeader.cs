using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>This suite's own additions at a report's root.</summary>
internal sealed record SuiteHeader(string Unit, IReadOnlyList<EnvironmentFact> Environment, IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<string> Notes)
{
    private const int Schema = 1;

    /// <summary>A plain BenchmarkDotNet report.</summary>
    public static SuiteHeader None { get; } = new(Units.Nanoseconds, [], [], []);

    public static SuiteHeader Read(ReportNode node)
    {
        long schema = node.Required("Schema").Whole(0);
        if (schema != Schema)
            throw node.Wrong($"has schema {schema}: this build reads schema {Schema}");
        return new SuiteHeader(
            ReadUnit(node.Optional("Unit")),
            node.Optional("Environment") is { } environment ? Facts(environment) : [],
            node.Optional("LeftOut")
                ?.Items(Limits.Rows).Select(l => new LeftOut(l.Required("Benchmark").Name(), l.Required("Reason").Text())).ToArray() ?? [],
            node.Optional("Notes")?.Items(Limits.Marks).Select(note => note.Text()).ToArray() ?? []);
    }

    public static IReadOnlyList<EnvironmentFact> Facts(ReportNode environment)
    {
        var facts = environment.Items(Limits.Facts).Select(f => new EnvironmentFact(
            f.Required("Key").Name(), f.Required("Label").Text(), f.Required("Value").Text(), f.Required("Matters").Flag())
        {
            Bytes = f.Optional("Bytes")?.Whole(0),
        }).ToArray();
        if (facts.GroupBy(f => f.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw environment.Wrong($"says {twice.Key} twice");
        return facts;
    }

    private static string ReadUnit(ReportNode? unit)
    {
        string text = unit?.Text() ?? Units.Nanoseconds;
        return text is Units.Nanoseconds or Units.Instructions
            ? text
            : throw unit!.Value.Wrong($"is {text}: {Units.Nanoseconds} or {Units.Instructions} was expected");
    }
}
