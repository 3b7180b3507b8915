using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Judge.Parts;

namespace Bench.Results.Show;

/// <summary>Where a first touch goes, in words.</summary>
internal static class TouchPartsText
{
    /// <summary>What it is called, as a heading.</summary>
    public const string Heading = "Where a first touch goes";

    // A difference of less is below what anyone would look for.
    private const double Meets = 0.05;

    /// <summary>All that a run's rows show, in lines; none where it took nothing apart.</summary>
    public static IReadOnlyList<string> Lines(Run run)
    {
        var touches = TouchParts.Of(run);
        return [.. touches.SelectMany(touch => Lines(touch, run.Unit)), .. Legend(touches)];
    }

    /// <summary>The row by its mechanism and size.</summary>
    public static string Name(TouchParts touch) => string.Join(' ', touch.Row.Parameters.Select(parameter => parameter.Value));

    /// <summary>What the whole is made of, the largest part first.</summary>
    public static string Sentence(TouchParts touch, string unit)
    {
        var (scale, word) = Scale(touch.Whole.Value, unit);
        string rest = Short(Math.Abs(touch.NotExplained) / scale);
        return $"{Name(touch)}: of {Short(touch.Whole.Value / scale)} {word} a page, {PartsOf(touch, scale)}; "
            + (touch.NotExplained >= 0 ? $"{rest} not explained." : $"together the parts are {rest} more than the whole.");
    }

    /// <summary>How far to trust it.</summary>
    public static IEnumerable<string> Remarks(TouchParts touch)
    {
        if (touch.Parts.Where(part => !part.Time.IsToldApart).Select(part => part.Part.Name).ToArray() is { Length: > 0 } untold)
            yield return $"{Name(touch)}: not told apart from nothing: {Listed(untold)}.";
        if (touch.Alone is { } alone)
            yield return $"{Name(touch)}: measured each without the whole, the parts are {Numbers.Value(alone.Value)} together, "
                + $"95 % {Numbers.Range(alone.Lower, alone.Upper)}, {Numbers.Percent(alone.Value / touch.Whole.Value)} of it"
                + $"{(IsHeld(touch, alone) ? "" : ": they do not meet it")}.";
        if (touch is { Paging: Paging.Processor, FirstUse: { } first })
            yield return $"{Name(touch)}: the first touch of mapped memory, {Numbers.Value(first.Value)}, is no more than a miss of cache "
                + $"and TLB "
                + "here, and no part of the sum, since a fault leaves its page in the cache: nobody fills tables besides the kernel "
                + "(nested paging, or no hypervisor).";
    }

    /// <summary>Headings of a table of all parts.</summary>
    public static string[] Headings(string unit) => ["Row", "Part", $"{unit}/page", "95 % interval", "of the whole", "by other ways"];

    /// <summary>Its rows: the whole, its parts, the rest.</summary>
    public static IEnumerable<Cell[]> Rows(TouchParts touch)
    {
        var (name, whole, rest) = (new Cell(Name(touch)), touch.Whole, touch.NotExplained);
        yield return [name, new("the whole"), Cell.Value(whole.Value), new(Interval(whole)), Share(touch, whole.Value), new("")];
        foreach (var part in touch.Parts)
            yield return
            [
                name, new(part.Part.Name), Cell.Value(part.Time.Value), new(Interval(part.Time)),
                part.Time.IsToldApart ? Share(touch, part.Time.Value) : new("not told apart"),
                new(Others(part)),
            ];
        yield return [name, new("not explained"), Cell.Value(rest), new(""), Share(touch, rest), new("")];
        foreach (var (beside, time) in touch.Beside)
            yield return
            [
                name, new(beside), Cell.Value(time.Value), new(Interval(time)),
                new(time.IsToldApart ? "no part of it" : "not told apart"), new(""),
            ];
    }

    /// <summary>How each part that any of them has is told.</summary>
    public static IEnumerable<string> Legend(IReadOnlyList<TouchParts> touches) =>
        touches.SelectMany(touch => touch.Parts).Select(part => part.Part).Distinct().Order().Select(part => $"{part.Name}: {part.How}");

    /// <summary>"a, b and c".</summary>
    public static string Listed(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";

    /// <summary>The interval, or the word for one that nothing bounds.</summary>
    public static string Interval(Estimate of) => double.IsFinite(of.Upper) ? Numbers.Range(of.Lower, of.Upper) : "unbounded";

    /// <summary>What times up to <paramref name="largest"/> are divided by in sentences, and the unit that they are in then.</summary>
    public static (double Scale, string Unit) Scale(double largest, string unit) =>
        largest >= 1000 && unit == Units.Nanoseconds ? (1000.0, "µs") : (1.0, unit);

    /// <summary>A time in a sentence.</summary>
    public static string Short(double value) =>
        value.ToString(value >= 100 ? "#,0" : value >= 5 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(TouchParts touch, string unit)
    {
        yield return Sentence(touch, unit);
        foreach (var part in touch.Parts)
            yield return $"{Name(touch)}, {part.Part.Name}: {Numbers.Value(part.Time.Value)} {unit}/page, 95 % {Interval(part.Time)}"
                + (part.OtherWays.Count == 0 ? "" : $"; by other ways {Others(part)}");
        foreach (var (beside, time) in touch.Beside)
            yield return $"{Name(touch)}, beside it, {beside}: {Numbers.Value(time.Value)} {unit}/page, 95 % {Interval(time)}";
        foreach (string remark in Remarks(touch))
            yield return remark;
    }

    private static string Others(PartOfRow part) => string.Join(", ", part.OtherWays.Select(way => Numbers.Value(way.Value)));

    private static string PartsOf(TouchParts touch, double scale)
    {
        PartOfRow[] told = [.. touch.Told.OrderByDescending(part => part.Time.Value)];
        return told.Length == 0 ? "no part is told apart from nothing"
            : Listed([.. told.Select((part, i) => $"{Short(part.Time.Value / scale)} {(i == 0 ? "are " : "")}{part.Part.Name}")]);
    }

    private static bool IsHeld(TouchParts touch, Estimate alone) =>
        alone.Lower <= touch.Whole.Value && touch.Whole.Value <= alone.Upper || Math.Abs(alone.Value / touch.Whole.Value - 1) <= Meets;

    private static Cell Share(TouchParts touch, double time) => new(Numbers.Percent(time / touch.Whole.Value), time / touch.Whole.Value);
}
