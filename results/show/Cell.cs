namespace Bench.Results.Show;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it shows, alike in every output.</param>
/// <param name="Number">The number to sort by; null where it is none.</param>
public readonly record struct Cell(string Text, double? Number = null)
{
    /// <summary>A measurement.</summary>
    public static Cell Value(double value) => new(Numbers.Value(value), value);
}
