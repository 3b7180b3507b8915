using Bench.Results.Data;

namespace Bench.Results.Show.Table;

/// <summary>
/// A column of the results, in every output the same. A new column is a new subclass in the folder columns; it is found by itself. It is
/// made of what a report holds.
/// </summary>
public abstract class Column : IComparable<Column>
{
    /// <summary>Every column, in the order in which they stand.</summary>
    public static IReadOnlyList<Column> All { get; } = Made(MeasuredTime.All);

    /// <summary>Every column of runs that have these times, in the order in which they stand.</summary>
    public static IReadOnlyList<Column> For(IReadOnlyList<MeasuredTime> times) =>
        ReferenceEquals(times, MeasuredTime.All) ? All : Made(times);

    private static IReadOnlyList<Column> Made(IReadOnlyList<MeasuredTime> times) =>
        [.. Catalogue.Of<Column>().Concat(MetricColumn.Of(times)).Concat(HardwareColumn.Of(times)).Order()];

    /// <summary>What tells it from all others.</summary>
    public virtual string Id => GetType().Name;

    /// <summary>Place among the others, ascending.</summary>
    public abstract int Place { get; }

    /// <summary>Whether it is left to the page and CSV: a terminal is narrow.</summary>
    public virtual bool IsDetail => false;

    /// <summary>Whether its cells are numbers.</summary>
    public virtual bool IsNumeric => true;

    /// <summary>What stands above it.</summary>
    /// <param name="unit">What the run counts: one of <see cref="Data.Units"/>.</param>
    public abstract string Heading(string unit);

    /// <summary>What its cells mean, in words.</summary>
    public abstract string Meaning { get; }

    /// <summary>The row's cell; null where it has none. A column in which no row of a table has one isn't shown there.</summary>
    public abstract Cell? Of(TableRow row);

    /// <inheritdoc/>
    public int CompareTo(Column? other) => Place.CompareTo(other?.Place);

    /// <summary>A cell of a ratio.</summary>
    protected static Cell? Ratio(double? ratio, string format, string sign = "") => ratio is { } value
        ? new Cell(value.ToString(format, System.Globalization.CultureInfo.InvariantCulture) + sign, value)
        : null;
}
