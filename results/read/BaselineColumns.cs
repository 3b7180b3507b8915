using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>The times of a baseline's row.</summary>
/// <param name="source">Names the file in messages.</param>
/// <param name="row">The row.</param>
/// <param name="times">What the row may hold: anything else is refused, as a member that nobody knows is elsewhere.</param>
internal sealed class BaselineColumns(string source, BaselineRow row, IReadOnlyList<MeasuredTime> times)
{
    /// <summary>One entry a launch.</summary>
    /// <exception cref="ReadException">A column is not what it should be.</exception>
    public IReadOnlyList<Times> Launches()
    {
        if (row.Columns.Keys.FirstOrDefault(name => times.All(time => time.Column?.Name != name)) is { } unknown)
            throw row.Wrong(source, $"{unknown} is no member of a row");
        if (row.Times?.Keys.FirstOrDefault(id => times.All(time => time.Column is not null || !time.IsHeld || time.Id != id)) is { } unheld)
            throw row.Wrong(source, $"{unheld} is no time that this build knows");
        var launches = Enumerable.Repeat(Times.None, row.Iterations.Length).ToArray();
        foreach (var time in times)
            if (Column(time) is { } values)
                for (int i = 0; i < launches.Length; i++)
                    launches[i] = launches[i].With(time.Id, values[i]);
        return launches;
    }

    private double?[]? Column(MeasuredTime time)
    {
        string name = time.Column?.Name ?? time.Id;
        double?[]? values = time.Column is null
            ? row.Times?.GetValueOrDefault(time.Id)
            : row.Columns.TryGetValue(name, out var element) ? Values(name, element, time.Column.HasGaps) : null;
        if (values is null)
            return time.Id == Launch.Wall ? throw row.Wrong(source, $"{name} is missing") : null;
        if (values.Length != row.Iterations.Length)
            throw row.Wrong(source, $"{name} must have one entry per launch");
        if (!values.OfType<double>().All(time.IsPossible))
            throw row.Wrong(source, $"{name}: a measurement must be finite, above zero and one that is possible");
        if (time.Column?.Needs is { } needed && !row.Columns.ContainsKey(needed))
            throw row.Wrong(source, $"{name} is of CPU time: {needed} must be there too");
        return values;
    }

    private double?[]? Values(string name, JsonElement element, bool hasGaps) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => [.. element.EnumerateArray().Select(item => item.ValueKind switch
        {
            JsonValueKind.Number when item.TryGetDouble(out double value) => value,
            JsonValueKind.Null when hasGaps => (double?)null,
            _ => throw row.Wrong(source, $"{name} holds what is no number"),
        })],
        _ => throw row.Wrong(source, $"{name} is no list"),
    };
}
