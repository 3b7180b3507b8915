using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// The measurements of one benchmark, which are nearly all of a report: read as they stand in the text, with a document only of one that is not plain.
/// </summary>
/// <param name="source">Names the report in messages.</param>
/// <param name="place">Where the array stands.</param>
internal sealed class MeasurementsReader(string source, string place)
{
    private readonly SortedDictionary<long, List<double>> _launches = [];
    private (long Index, List<double>? Values) _latest;

    /// <summary>Per launch, in order, the time of each iteration of the raw workload in ns per operation.</summary>
    /// <param name="json">The text that <paramref name="reader"/> reads.</param>
    /// <param name="reader">Stands at the start of the array, then at its end.</param>
    public IReadOnlyCollection<List<double>> Read(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index == Limits.Measurements)
                throw new ReadException(source, $"{place} has too many entries: at most {Limits.Measurements} are read");
            var start = (int)reader.TokenStartIndex;
            var plain = PlainMeasurement.Read(ref reader);
            if (plain.IsComplete)
                Keep(plain);
            else
                KeepUnlessWrong(json[start..(int)reader.BytesConsumed], index);
        }

        return _launches.Values;
    }

    private void Keep(PlainMeasurement measurement)
    {
        if (measurement.IsRawWorkload)
            ValuesOf(measurement.Launch).Add(measurement.PerOperation);
    }

    private void KeepUnlessWrong(ReadOnlySpan<byte> text, int index)
    {
        var reader = new Utf8JsonReader(text);
        using var document = JsonDocument.ParseValue(ref reader);
        var node = new ReportNode(source, place, document.RootElement).At(index);
        // The raw workload: Result has outliers removed and another iteration's overhead subtracted.
        if (!node.Required("IterationMode").Element.ValueEquals("Workload"u8) || !node.Required("IterationStage").Element.ValueEquals("Actual"u8))
            return;
        var perOperation = node.Required("Nanoseconds").Positive() / node.Required("Operations").Whole(1);
        if (!Limits.AreTime(perOperation))
            throw node.Impossible(perOperation);
        ValuesOf(node.Required("LaunchIndex").Whole(0)).Add(perOperation);
    }

    private List<double> ValuesOf(long launch)
    {
        if (_latest.Values is { } latest && _latest.Index == launch)
            return latest;
        if (!_launches.TryGetValue(launch, out var values))
        {
            if (_launches.Count == Limits.Launches)
                throw new ReadException(source, $"{place} are of more than {Limits.Launches} launches");
            _launches.Add(launch, values = []);
        }

        _latest = (launch, values);
        return values;
    }
}
