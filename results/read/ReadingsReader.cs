using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>What the suite read in each iteration: every number is taken by its name, whatever it is of.</summary>
internal static class ReadingsReader
{
    /// <summary>One entry a launch, in their order.</summary>
    public static IReadOnlyList<Readings> Read(ReportNode launches)
    {
        SortedDictionary<long, Readings> read = [];
        foreach (var launch in launches.Items(Limits.Launches))
        {
            long index = launch.Required("Launch").Whole(0);
            if (!read.TryAdd(index, Of([.. launch.Required("Iterations").Items(Limits.Measurements)])))
                throw launch.Wrong($"repeats launch {index}");
        }

        return [.. read.Values];
    }

    private static Readings Of(IReadOnlyList<ReportNode> iterations)
    {
        Dictionary<string, double[]> columns = [];
        for (int at = 0; at < iterations.Count; at++)
            foreach (var (name, value) in iterations[at].Numbers())
                Column(columns, name, iterations)[at] = value;
        return new Readings(iterations.Count, columns);
    }

    private static double[] Column(Dictionary<string, double[]> columns, string name, IReadOnlyList<ReportNode> iterations)
    {
        if (columns.TryGetValue(name, out double[]? column))
            return column;
        if (columns.Count == Limits.Readings)
            throw iterations[0].Wrong($"has more than {Limits.Readings} readings");
        columns[name] = column = new double[iterations.Count];
        Array.Fill(column, double.NaN);
        return column;
    }
}
