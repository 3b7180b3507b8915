using Bench.Results.Data;

namespace Bench.Results.Judge.Parts;

/// <summary>Where a first touch goes: a row whose steps were taken in turns with it, taken apart.</summary>
/// <param name="Row">The row.</param>
/// <param name="Whole">What a page costs.</param>
/// <param name="Paging">Who fills the tables that the processor reads, by what the steps show.</param>
/// <param name="Parts">Its parts, from the foot of the stack.</param>
public sealed record TouchParts(BenchmarkRow Row, Estimate Whole, Paging Paging, IReadOnlyList<PartOfRow> Parts)
{
    private static readonly Sum First = new(["FirstUse"], []);
    private static readonly (string Name, Sum Sum)[] Besides =
    [
        ("a next use", new(["NextUse"], [])),
        ("a TLB miss alone", new(["LinesOfManyPages"], ["LinesOfFewPages"])),
        ("giving the page back", new(["GiveBack"], [])),
    ];

    /// <summary>Those that are surely more than nothing.</summary>
    public IEnumerable<PartOfRow> Told => Parts.Where(part => part.Time.IsToldApart);

    /// <summary>What the parts leave of the whole; below zero where they are more than it.</summary>
    public double NotExplained => Whole.Value - Told.Sum(part => part.Time.Value);

    /// <summary>
    /// The parts' sum where none of them is told by the whole, which says whether they are it; null where one can't be told otherwise.
    /// </summary>
    public Estimate? Alone =>
        Parts.All(part => part.ByItself is not null) ? Estimate.Of(Row, SumOf(Parts.Select(part => part.ByItself!))) : null;

    /// <summary>What is known of a first touch without a fault, whatever it is here; null where it was not taken.</summary>
    public Estimate? FirstUse => Estimate.Of(Row, First);

    /// <summary>What was taken beside it and is no part of it, in words.</summary>
    public IEnumerable<(string Name, Estimate Time)> Beside
    {
        get
        {
            foreach (var (name, sum) in Besides)
                if (Estimate.Of(Row, sum) is { } time)
                    yield return (name, time);
        }
    }

    /// <summary>All rows of a run that can be taken apart.</summary>
    public static IReadOnlyList<TouchParts> Of(Run run)
    {
        // Of a huge page one entry is filled, which takes too little of each of its pages to be seen: the machine is of one kind.
        var paging = run.Rows.Any(row => PagingOf(row) == Paging.Hypervisor) ? Paging.Hypervisor : Paging.Processor;
        return [.. run.Rows.Select(row => Of(row, paging)).OfType<TouchParts>()];
    }

    /// <summary>Who fills tables, where a first use of a mapped page takes so much longer than a next one and clearing together.</summary>
    /// <remarks>
    /// A miss of cache and TLB reads some two dozen entries at most; we take it that none takes as long as clearing a page.
    /// </remarks>
    public static Paging PagingBy(Estimate longer) => longer.IsToldApart ? Paging.Hypervisor : Paging.Processor;

    private static TouchParts? Of(BenchmarkRow row, Paging paging)
    {
        if (Estimate.Of(row, new([StepTimes.Whole], [])) is not { } whole)
            return null;
        var parts = TouchPart.All.Where(part => part.IsIn(paging)).Select(part => PartOfRow.Of(row, part, paging)).OfType<PartOfRow>();
        return new TouchParts(row, whole, paging, [.. parts]);
    }

    private static Paging PagingOf(BenchmarkRow row) =>
        PagingBy(Estimate.Of(row, new(["FirstUse"], ["NextUse", StepTimes.Clearing])) ?? default);

    private static Sum SumOf(IEnumerable<Sum> sums) => new([.. sums.SelectMany(sum => sum.Added)], [.. sums.SelectMany(sum => sum.Taken)]);
}

/// <summary>A part of a row.</summary>
/// <param name="Part">Which.</param>
/// <param name="Time">What it takes.</param>
/// <param name="OtherWays">What other ways to it show.</param>
/// <param name="ByItself">The way to it that the whole is not in; null where there is none.</param>
public sealed record PartOfRow(TouchPart Part, Estimate Time, IReadOnlyList<Estimate> OtherWays, Sum? ByItself)
{
    /// <summary>The part; null where no step tells it.</summary>
    public static PartOfRow? Of(BenchmarkRow row, TouchPart part, Paging paging)
    {
        (Sum Way, Estimate Time)[] ways = [.. Taken(row, part.Ways(paging)).OrderBy(way => way.Time.Value)];
        if (ways.Length == 0)
            return null;
        var others = ways[1..].Concat(Taken(row, part.Likenesses)).Select(way => way.Time);
        var time = part.AtMost is { } holder && Estimate.Of(row, holder) is { } most && most.Value < ways[0].Time.Value
            ? most
            : ways[0].Time;
        var alone = ways.Select(way => way.Way).FirstOrDefault(way => !way.Added.Contains(StepTimes.Whole));
        return new PartOfRow(part, time, [.. others], alone);
    }

    private static IEnumerable<(Sum Way, Estimate Time)> Taken(BenchmarkRow row, IReadOnlyList<Sum> ways)
    {
        foreach (var way in ways)
            if (Estimate.Of(row, way) is { } time)
                yield return (way, time);
    }
}
