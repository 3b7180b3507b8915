using Bench.Results.Data;
using Bench.Results.Judge.Parts;
using Bench.Results.Pair;

namespace Bench.Results.Judge.Advice;

/// <summary>Where the time goes that a mechanism saves: what each part of a first touch takes in it and one page a fault.</summary>
/// <param name="Touch">The mechanism's row, taken apart.</param>
/// <param name="Demand">That of one page a fault.</param>
/// <param name="Parts">Those that either row has, from the foot of the stack.</param>
public sealed record Saving(TouchParts Touch, TouchParts Demand, IReadOnlyList<SavedPart> Parts)
{
    /// <summary>Those of which it surely takes less.</summary>
    public IEnumerable<SavedPart> Told => Parts.Where(part => part.Saved.IsToldApart);

    /// <summary>Of every row of a run that can be taken apart and brings pages otherwise; none without that of one page a fault.</summary>
    public static IReadOnlyList<Saving> Of(Run run)
    {
        var touches = TouchParts.Of(run);
        return touches.FirstOrDefault(IsDemand) is { } demand
            ? [.. touches.Where(touch => !IsDemand(touch)).Select(touch => Of(touch, demand))]
            : [];
    }

    private static Saving Of(TouchParts touch, TouchParts demand)
    {
        var parts = touch.Parts.Concat(demand.Parts).Select(part => part.Part).Distinct().Order();
        return new Saving(touch, demand, [.. parts.Select(part => new SavedPart(part, TimeOf(demand, part), TimeOf(touch, part)))]);
    }

    // A row has no such part where its steps show that it takes nothing there.
    private static Estimate TimeOf(TouchParts touch, TouchPart part) =>
        touch.Parts.Where(known => known.Part == part).Select(known => (Estimate?)known.Time).FirstOrDefault() ?? default;

    private static bool IsDemand(TouchParts touch) => touch.Row.Parameter(Reference.Mechanism) == Reference.Demand;
}

/// <summary>What a part takes.</summary>
/// <param name="Part">Which.</param>
/// <param name="Demand">One page a fault.</param>
/// <param name="Here">In the other mechanism and size.</param>
public sealed record SavedPart(TouchPart Part, Estimate Demand, Estimate Here)
{
    /// <summary>The difference.</summary>
    public Estimate Saved { get; } = Demand.Less(Here);
}
