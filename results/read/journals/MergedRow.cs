using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read.Journals;

/// <summary>The launches of a row, each with an entry of the full JSON, as the one entry that BenchmarkDotNet would have written.</summary>
internal static class MergedRow
{
    public static void Write(Utf8JsonWriter writer, string source, IReadOnlyList<JsonElement> launches)
    {
        if (launches.Count == 1)
        {
            launches[0].WriteTo(writer);
            return;
        }

        ReportNode[] nodes = [.. launches.Select((launch, i) => new ReportNode(source, $"launch {i + 1}", launch))];
        writer.WriteStartObject();
        foreach (var member in launches[0].EnumerateObject())
        {
            switch (member.Name)
            {
                case "Measurements":
                    WriteAll(writer, member.Name, nodes.SelectMany(node => node.Required("Measurements").Items(Limits.Measurements)));
                    break;
                case "Statistics":
                    MergedStatistics.Write(writer, nodes.SelectMany(node => node.Required("Measurements").Items(Limits.Measurements)));
                    break;
                // BenchmarkDotNet's own copies of what stands in Bench, of the first launch alone.
                case "Metrics":
                    break;
                case "Bench":
                    WriteCounts(writer, [.. nodes.Select(node => node.Optional("Bench")).OfType<ReportNode>()]);
                    break;
                default:
                    member.WriteTo(writer);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, IReadOnlyList<ReportNode> counts)
    {
        writer.WriteStartObject("Bench");
        foreach (var member in counts[^1].Element.EnumerateObject())
        {
            switch (member.Name)
            {
                case "Launches":
                    WriteLaunches(writer, counts.SelectMany(each => each.Optional("Launches")?.Items(Limits.Launches) ?? []));
                    break;
                case "Measured":
                    WriteMeasured(writer,
                        [.. counts.SelectMany(each => each.Optional("Launches")?.Items(Limits.Launches) ?? [])
                            .SelectMany(launch => launch.Required("Iterations").Items(Limits.Measurements))]);
                    break;
                case "Marks":
                    WriteAll(writer, member.Name,
                        counts.SelectMany(each => each.Optional("Marks")?.Items(Limits.Marks) ?? [])
                            .DistinctBy(mark => mark.Required("Id").Name()));
                    break;
                default:
                    member.WriteTo(writer);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteLaunches(Utf8JsonWriter writer, IEnumerable<ReportNode> launches)
    {
        writer.WriteStartArray("Launches");
        int number = 0;
        foreach (var launch in launches)
        {
            _ = launch.Required("Launch");
            writer.WriteStartObject();
            writer.WriteNumber("Launch", ++number);
            foreach (var member in launch.Element.EnumerateObject().Where(member => !member.NameEquals("Launch")))
                member.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMeasured(Utf8JsonWriter writer, IReadOnlyList<ReportNode> iterations)
    {
        double operations = iterations.Sum(iteration => iteration.Required("Operations").Count());
        double faults = iterations.Sum(iteration => iteration.Required("Faults").Count());
        if (double.IsFinite(faults / operations))
            writer.WriteNumber("Measured", faults / operations);
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, IEnumerable<ReportNode> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            value.Element.WriteTo(writer);
        writer.WriteEndArray();
    }
}
