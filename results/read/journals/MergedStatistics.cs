using System.Text.Json;
using Bench.Results.Statistics;

namespace Bench.Results.Read.Journals;

/// <summary>What BenchmarkDotNet's Statistics say of the results of several launches, as far as it is read anywhere.</summary>
internal static class MergedStatistics
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<ReportNode> measurements)
    {
        double[] values =
            [.. measurements.Where(IsResult).Select(m => m.Required("Nanoseconds").Positive() / m.Required("Operations").Whole(1)).Order()];
        if (values.Length == 0)
            return;
        writer.WriteStartObject("Statistics");
        writer.WriteNumber("N", values.Length);
        Number("Min", values[0]);
        Number("Q1", Quantiles.OfSorted(values, 0.25));
        Number("Median", Quantiles.OfSorted(values, 0.5));
        Number("Mean", values.Average());
        Number("Q3", Quantiles.OfSorted(values, 0.75));
        Number("Max", values[^1]);
        if (values.Length > 1)
        {
            Number("StandardDeviation", SampleDeviation.Of(values));
            Number("StandardError", SampleDeviation.Of(values) / Math.Sqrt(values.Length));
        }

        writer.WriteEndObject();

        void Number(string name, double value)
        {
            if (double.IsFinite(value))
                writer.WriteNumber(name, value);
        }
    }

    private static bool IsResult(ReportNode measurement) =>
        measurement.Required("IterationMode").Name() == "Workload" && measurement.Required("IterationStage").Name() == "Result";
}
