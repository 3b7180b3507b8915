using System.Collections;

namespace Bench.Results.Data;

/// <summary>What a launch took per operation, by the <see cref="MeasuredTime.Id"/> of each time that it has.</summary>
public sealed class Times : IEnumerable<KeyValuePair<string, double>>
{
    private readonly KeyValuePair<string, double>[] times;

    private Times(KeyValuePair<string, double>[] times) => this.times = times;

    /// <summary>No time at all.</summary>
    public static Times None { get; } = new([]);

    /// <summary>The time of this id; null where the launch has none.</summary>
    public double? this[string id]
    {
        get
        {
            foreach (var (key, time) in times)
                if (key == id)
                    return time;
            return null;
        }
    }

    /// <summary>These, with another time of this id; without any where it is null.</summary>
    public Times With(string id, double? time)
    {
        var others = this[id] is null ? times : Array.FindAll(times, pair => pair.Key != id);
        return new(time is { } value ? [.. others, KeyValuePair.Create(id, value)] : others);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => times.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
