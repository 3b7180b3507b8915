using Bench.Results.Data;
using Bench.Results.Judge.Parts;

namespace Bench.Results.Show.Figures;

/// <summary>Figure 5: where a first touch goes. What is drawn, not how.</summary>
/// <param name="Unit">The run's unit.</param>
/// <param name="Touches">One bar each.</param>
public sealed record TouchPartsFigure(string Unit, IReadOnlyList<TouchParts> Touches)
{
    // Five times as many as there are mechanisms and sizes.
    private const int MostDrawn = 15;

    /// <summary>The bars that are drawn.</summary>
    public IReadOnlyList<TouchParts> Drawn { get; } = [.. Touches.Take(MostDrawn)];

    /// <summary>The parts that any bar has, from the foot of the stack.</summary>
    public IReadOnlyList<TouchPart> Parts { get; } =
        [.. Touches.SelectMany(touch => touch.Told).Select(part => part.Part).Distinct().Order()];

    /// <summary>How to read it.</summary>
    public string Caption =>
        $"{Unit} per page, by differences of steps taken in turns. The ring is the whole, with its 95 % interval; what no part explains "
        + $"is left open."
        + string.Concat(Drawn.Select(NotTold).Where(names => names.Length > 0).Select(names => $" Not told apart from nothing: {names}."));

    /// <summary>The figure of a run, or null where it took nothing apart.</summary>
    public static TouchPartsFigure? Of(Run run) =>
        TouchParts.Of(run) is { Count: > 0 } touches ? new TouchPartsFigure(run.Unit, touches) : null;

    private static string NotTold(TouchParts touch) =>
        string.Join(" and ", touch.Parts.Except(touch.Told).Select(part => $"{part.Part.Name} ({TouchPartsText.Name(touch)})"));
}
