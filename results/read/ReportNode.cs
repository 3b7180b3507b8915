using System.Text.Json;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>A JSON value that knows where it stands, so that every complaint about it names the file and the place.</summary>
/// <remarks>The place is put into words only for a complaint: a large report has millions of values.</remarks>
internal readonly record struct ReportNode(string Source, string Place, JsonElement Element)
{
    private int? Index { get; init; }

    private string? Property { get; init; }

    private string Path => Place + (Index is { } index ? $"[{index}]" : "") + (Property is null ? "" : $".{Property}");

    /// <summary>The entry of an array that stands at <see cref="Place"/>.</summary>
    public ReportNode At(int index) => this with { Index = index };

    public ReadException Wrong(string reason) => new(Source, $"{Path} {reason}");

    public ReportNode Required(string name) => Optional(name) ?? throw Wrong($"has no {name}");

    public ReportNode? Optional(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong("is no object");
        return Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Property is null ? this with { Property = name, Element = value } : new ReportNode(Source, Path, value) { Property = name }
            : null;
    }

    /// <summary>The entries of an array of at most so many.</summary>
    public IEnumerable<ReportNode> Items(int most)
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Wrong("is no array");
        if (Element.GetArrayLength() > most)
            throw Wrong($"has {Element.GetArrayLength()} entries: at most {most} are read");
        var (source, place) = (Source, Path);
        return Element.EnumerateArray().Select((item, i) => new ReportNode(source, place, item) { Index = i });
    }

    public string Text()
    {
        if (Element.ValueKind != JsonValueKind.String)
            throw Wrong("is no text");
        string text = Element.GetString()!;
        return text.Length <= Limits.Text ? text : throw Wrong($"is longer than {Limits.Text} characters");
    }

    public string Name() => Text() is { Length: > 0 } text ? text : throw Wrong("is empty");

    public bool Flag() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("is neither true nor false"),
    };

    public long Whole(long least) => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out long value) && value >= least
        ? value
        : throw Wrong($"is {Shown}: a whole number of at least {least} was expected");

    /// <summary>A whole number that stands for so many pages.</summary>
    public long Pages(long least) =>
        Whole(least) is var value && Limits.AreCount(value) ? value : throw Wrong($"is {Shown}: no such count is possible");

    /// <summary>A number above zero.</summary>
    public double Positive() => Finite() is > 0 and var value ? value : throw Wrong($"is {Shown}: a measurement must be above zero");

    /// <summary>Nanoseconds of one operation.</summary>
    public double Time() => Positive() is var value && Limits.AreTime(value) ? value : throw Impossible(value);

    public double Count() => Finite() is >= 0 and var value
        ? Limits.AreCount(value) ? value : throw Wrong($"is {Shown}: no such count is possible")
        : throw Wrong($"is {Shown}: it must not be negative");

    /// <summary>The members of an object that are numbers, none negative or impossible; those that are null are left out.</summary>
    public IEnumerable<(string Name, double Value)> Numbers()
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong("is no object");
        var (source, place) = (Source, Path);
        return Element.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => (member.Name, new ReportNode(source, place, member.Value) { Property = member.Name }.Count()));
    }

    public ReadException Impossible(double nanoseconds) => Wrong($"is {nanoseconds:R} ns an operation: no such measurement is possible");

    // BenchmarkDotNet writes NaN and infinity as empty text; others name them.
    private double Finite()
    {
        if (Element.ValueKind == JsonValueKind.String && Element.GetString() is "" or "NaN" or "Infinity" or "-Infinity")
            throw Wrong("is NaN or infinite");
        return Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw Wrong($"is {Shown}: a finite number was expected");
    }

    private string Shown
    {
        get
        {
            string raw = Element.GetRawText();
            return raw.Length <= 40 ? raw : string.Concat(raw.AsSpan(0, 40), "…");
        }
    }
}
