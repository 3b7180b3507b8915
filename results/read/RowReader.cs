using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>One entry of a report's Benchmarks.</summary>
internal static class RowReader
{
    /// <summary>The row: a benchmark that failed has no measurements but still has an entry.</summary>
    /// <param name="node">The entry without its measurements.</param>
    /// <param name="launches">Times of iterations by launch, in ns per operation; null where the entry has none.</param>
    public static ReportRow Read(ReportNode node, IReadOnlyList<List<double>>? launches)
    {
        string fullName = node.Required("FullName").Name();
        if (launches is null)
            throw node.Optional("Measurements")?.Wrong("is no array")
                ?? node.Wrong("has no Measurements: a full report is needed (--exporters fulljson)");

        string? job = Job(node);
        if (launches.Count == 0)
            return new ReportRow(fullName, job, null,
                node.Optional("Bench")?.Optional("Failed") is { } reason ? $"it failed: {reason.Text()}" : ReportRow.NoMeasurement);

        var suite = node.Optional("Bench");
        // In order, not by number: BenchmarkDotNet counts launches from 1, but from 0 in process.
        var readings = suite?.Optional("Launches") is { } recorded ? ReadingsReader.Read(recorded) : [];
        return new ReportRow(fullName, job, new BenchmarkRow
        {
            FullName = fullName,
            Type = node.Required("Type").Name(),
            Method = node.Required("Method").Name(),
            Title = node.Optional("MethodTitle")?.Name().Trim('\'') ?? node.Required("Method").Name(),
            Parameters = node.Optional("Parameters") is { } parameters ? ParseParameters(parameters) : [],
            Launches =
                [.. launches.Select(
                    (values, i) => new Launch { Iterations = values.Count, Values = values, Readings = readings.ElementAtOrDefault(i) })],
            Expected = suite?.Optional("Expected")?.Count(),
            Measured = suite?.Optional("Measured")?.Count(),
            Counter = suite?.Optional("Counter")?.Text(),
            Waits = suite?.Optional("Waits")?.Element.ValueKind == JsonValueKind.True,
            TouchedPages = suite?.Optional("TouchedPages")?.Pages(1),
            ResidentPages = suite?.Optional("ResidentPages")?.Pages(0),
            RssAnonPerTouched = suite?.Optional("RssAnonPerTouched")?.Count(),
            CpuShare = CpuShare(readings),
            Operation = suite?.Optional("Operation")?.Text(),
            Marks = suite
                ?.Optional("Marks")
                    ?.Items(Limits.Marks)
                        .Select(m => new Mark(m.Required("Id").Name(), m.Required("Text").Text(), m.Optional("Meaning")?.Text())).ToArray()
                        ?? [],
        });
    }

    // Nobody needs it of a report of one job, so nothing is wrong with one that says something else there.
    private static string? Job(ReportNode node) =>
        TextOf(node, "DisplayInfo") is { } display && (TextOf(node, "MethodTitle") ?? TextOf(node, "Method")) is { } title
            && Jobs.NameIn(display, title) is { Length: <= Limits.Text } name ? Jobs.Short(name) : null;

    private static string? TextOf(ReportNode node, string name) =>
        node.Optional(name)?.Element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? CpuShare(IReadOnlyList<Readings> launches)
    {
        double cpu = Sum(launches, "CpuNanoseconds"), wall = Sum(launches, "Nanoseconds");
        return cpu > 0 && wall > 0 ? cpu / wall : null;
    }

    private static double Sum(IReadOnlyList<Readings> launches, string reading) =>
        launches.SelectMany(launch => launch.Iterations).Sum(iteration => iteration[reading] ?? 0);

    private static KeyValuePair<string, string>[] ParseParameters(ReportNode parameters)
    {
        string[] pairs = parameters.Text().Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > Limits.Marks)
            throw parameters.Wrong($"are {pairs.Length}: at most {Limits.Marks} are read");
        return [.. pairs.Select(
            pair => pair.IndexOf('=') is >= 0 and var at
                ? KeyValuePair.Create(pair[..at], pair[(at + 1)..])
                : KeyValuePair.Create(pair, ""))];
    }
}
