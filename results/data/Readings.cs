namespace Bench.Results.Data;

/// <summary>
/// What the engine read in each iteration of a launch, as named numbers: a report's own names. A reading that an iteration doesn't have is
/// NaN here, which no file can say.
/// </summary>
/// <param name="Count">Iterations.</param>
/// <param name="Columns">For each name a number an iteration.</param>
public sealed record Readings(int Count, IReadOnlyDictionary<string, double[]> Columns)
{
    /// <summary>The iterations, in the order in which they were made.</summary>
    public IEnumerable<Iteration> Iterations => Enumerable.Range(0, Count).Select(at => new Iteration(this, at));
}

/// <summary>One iteration of a launch.</summary>
/// <param name="Launch">Its launch.</param>
/// <param name="At">Its place there, from 0.</param>
public readonly record struct Iteration(Readings Launch, int At)
{
    /// <summary>The reading of this name; null where it was not taken.</summary>
    public double? this[string name] =>
        Launch.Columns.TryGetValue(name, out double[]? column) && !double.IsNaN(column[At]) ? column[At] : null;

    /// <summary>
    /// A reading of the whole iteration, per operation; null where it was not taken, NaN where nothing says of how many operations.
    /// </summary>
    public double? PerOperation(string name) =>
        this[name] is { } value ? value / (this["Operations"] is >= 1 and var operations ? operations : double.NaN) : null;
}
