using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// The measurements of one benchmark: plain ones as they stand in the text, from the first that isn't on each as a document.
/// </summary>
/// <param name="source">Names the report in messages.</param>
/// <param name="place">Where the array stands.</param>
internal sealed class MeasurementsReader(string source, string place)
{
    private readonly SortedList<long, List<double>> _launches = [];
    private (long Index, List<double>? Values) _latest;

    /// <summary>Per launch, in order, the time of each iteration of the raw workload in ns per operation.</summary>
    /// <param name="json">The text that <paramref name="reader"/> reads, then the text that it goes on with.</param>
    /// <param name="reader">Stands at the start of the array, then at its end.</param>
    public IReadOnlyList<List<double>> Read(ref ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        int index = 0;
        var plain = new PlainMeasurements(json[(int)reader.BytesConsumed..]);
        for (; plain.TryRead(out var measurement); index++)
            if (HasRoom(index) && measurement.IsRawWorkload)
                ValuesOf(measurement.Launch).Add(measurement.PerOperation);

        json = plain.Rest;
        reader = new Utf8JsonReader(json, isFinalBlock: true, reader.CurrentState);
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray && HasRoom(index); index++)
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            KeepUnlessWrong(json[start..(int)reader.BytesConsumed], index);
        }

        return [.. _launches.Values];
    }

    private bool HasRoom(int index) => index < Limits.Measurements ? true
        : throw new ReadException(source, $"{place} has too many entries: at most {Limits.Measurements} are read");

    private void KeepUnlessWrong(ReadOnlySpan<byte> text, int index)
    {
        var reader = new Utf8JsonReader(text);
        using var document = JsonDocument.ParseValue(ref reader);
        var node = new ReportNode(source, place, document.RootElement).At(index);
        // The raw workload: Result has outliers removed and another iteration's overhead subtracted.
        if (!node.Required("IterationMode").Element.ValueEquals("Workload"u8)
            || !node.Required("IterationStage").Element.ValueEquals("Actual"u8))
            return;
        double perOperation = node.Required("Nanoseconds").Positive() / node.Required("Operations").Whole(1);
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
            // Mostly all launches have as many iterations.
            _launches.Add(launch, values = new(_latest.Values?.Count ?? 0));
        }

        _latest = (launch, values);
        return values;
    }
}
