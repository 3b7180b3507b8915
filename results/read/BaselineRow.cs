using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>
/// A row of a baseline. Its members stand in a fixed order, by places that leave room between them; those that hold times are what the
/// times' descriptors say, at the places that they say, and <c>Times</c> holds those that have no member of their own.
/// </summary>
internal sealed record BaselineRow
{
    private const string TimesMember = "Times";

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string Method { get; init; }

    public required string[][] Parameters { get; init; }

    public required double[] Spreads { get; init; }

    public required int[] Iterations { get; init; }

    public string? Title { get; init; }

    public Noise? Noise { get; init; }

    public double? Expected { get; init; }

    public double? Measured { get; init; }

    public string? Counter { get; init; }

    public Mark[]? Marks { get; init; }

    public bool? Waits { get; init; }

    public long? Touched { get; init; }

    public long? Resident { get; init; }

    public bool? Clears { get; init; }

    public string? Job { get; init; }

    public Dictionary<string, double?[]>? Times { get; init; }

    /// <summary>The members that hold times.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Columns { get; init; } = [];

    /// <summary>The row as a line of a baseline says it.</summary>
    public static JsonObject Write(BenchmarkRow row, IReadOnlyList<MeasuredTime> times, JsonSerializerOptions options)
    {
        SortedDictionary<int, (string Name, object? Value)> members = new()
        {
            [0] = (nameof(Name), row.FullName),
            [10] = (nameof(Type), row.Type),
            [20] = (nameof(Method), row.Method),
            [30] = (nameof(Parameters), row.Parameters.Select(p => new[] { p.Key, p.Value }).ToArray()),
            [50] = (nameof(Spreads), row.Launches.Select(l => Math.Round(l.Spread, 4)).ToArray()),
            [60] = (nameof(Iterations), row.Launches.Select(l => l.Iterations).ToArray()),
            [70] = (nameof(Title), row.Title == row.Method ? null : row.Title),
            [100] = (nameof(Noise), row.Noise),
            [110] = (nameof(Expected), row.Expected),
            [120] = (nameof(Measured), row.Measured),
            [130] = (nameof(Counter), row.Counter),
            [140] = (nameof(Marks), row.Marks.Count == 0 ? null : row.Marks.ToArray()),
            [150] = (nameof(Waits), row.Waits ? true : null),
            [160] = (nameof(Touched), row.TouchedPages),
            [170] = (nameof(Resident), row.ResidentPages),
            [200] = (nameof(Clears), row.CountsClears ? true : null),
            [210] = (nameof(Job), row.Job),
            [220] = (TimesMember, Others(row, times)),
        };
        foreach (var time in times)
            if (time.Column is { } column)
                members.Add(column.Place, (column.Name, Values(row, time.Id, column.HasGaps)));
        return new JsonObject(members.Values.Where(member => member.Value is not null)
            .Select(member => KeyValuePair.Create(member.Name, JsonSerializer.SerializeToNode(member.Value, options))));
    }

    /// <summary>The row.</summary>
    /// <exception cref="ReadException">It is not what a row can be.</exception>
    public BenchmarkRow Read(string source, IReadOnlyList<MeasuredTime> times)
    {
        Check(source);
        var columns = new BaselineColumns(source, this, times);
        return new BenchmarkRow
        {
            FullName = Name,
            Job = Job,
            Type = Type,
            Method = Method,
            Title = Title ?? Method,
            Parameters = [.. Parameters.Select(p => KeyValuePair.Create(p[0], p[1]))],
            Launches =
                [.. columns.Launches().Select((held, i) => new Launch { Times = held, Spread = Spreads[i], Iterations = Iterations[i] })],
            CountsClears = Clears == true,
            Noise = Noise,
            Expected = Expected,
            Measured = Measured,
            Counter = Counter,
            Marks = Marks ?? [],
            Waits = Waits ?? false,
            TouchedPages = Touched,
            ResidentPages = Resident,
        };
    }

    /// <summary>What is wrong with the row.</summary>
    public ReadException Wrong(string source, string reason) => new(source, $"{Name}: {reason}");

    /// <summary>Whether a text is longer than one may be.</summary>
    public static bool TooLong(params IEnumerable<string?> texts) => texts.Any(text => text?.Length > Limits.Text);

    private static Dictionary<string, double?[]>? Others(BenchmarkRow row, IReadOnlyList<MeasuredTime> times)
    {
        var others = times.Where(time => time.IsHeld && time.Column is null)
            .Select(time => (time.Id, Values: Values(row, time.Id, hasGaps: true))).Where(time => time.Values is not null)
            .ToDictionary(time => time.Id, time => time.Values!);
        return others.Count == 0 ? null : others;
    }

    // Null where no launch has it, or without gaps not every one.
    private static double?[]? Values(BenchmarkRow row, string id, bool hasGaps)
    {
        double?[] values = [.. row.Launches.Select(launch => launch.Times[id])];
        return hasGaps ? values.Any(value => value is not null) ? values : null : values.All(value => value is not null) ? values : null;
    }

    private void Check(string source)
    {
        ReadException Wrong(string reason) => this.Wrong(source, reason);
        if (Name.Length == 0 || Type.Length == 0 || Method.Length == 0)
            throw Wrong("Name, Type and Method must not be empty");
        if (TooLong(
            [Name, Type, Method, Title, Counter, Job, .. Marks?.SelectMany(m => new[] { m?.Id, m?.Text, m?.Meaning }) ?? [],
                .. Parameters.SelectMany(p => p ?? [])]))
            throw new ReadException(source, $"a row holds text of more than {Limits.Text} characters");
        if (Iterations.Length is 0 or > Limits.Launches || Parameters.Length > Limits.Marks || Marks?.Length > Limits.Marks)
            throw Wrong($"a row has 1 to {Limits.Launches} launches, and at most {Limits.Marks} parameters and marks");
        if (Iterations.Length != Spreads.Length)
            throw Wrong("Spreads and Iterations must have one entry per launch");
        if (Spreads.Any(s => !(s >= 0 && s <= Limits.MostTime / Limits.LeastTime)) || Iterations.Any(i => i < 1))
            throw Wrong("a spread must be finite and not negative, and a launch has at least one iteration");
        if (Noise is { } noise && !(Limits.AreCount(noise.Deviation) && Limits.AreCount(noise.Floor) && noise.Rounds >= 2))
            throw Wrong("Noise must be finite, not negative and of at least 2 rounds");
        if (Parameters.Any(p => p is not [not null, not null]))
            throw Wrong("Parameters must be pairs");
        if (Marks is { } marks && marks.Any(m => m is null))
            throw Wrong("Marks holds null");
        if (Expected is { } expected && !Limits.AreCount(expected) || Measured is { } measured && !Limits.AreCount(measured))
            throw Wrong("Expected and Measured must be finite, possible and not negative");
        if (Touched is < 1 or > (long)Limits.MostTime || Resident is < 0 or > (long)Limits.MostTime)
            throw Wrong("Touched must be above zero, Resident not negative, and both possible");
    }
}
