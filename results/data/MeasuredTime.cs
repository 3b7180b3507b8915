namespace Bench.Results.Data;

/// <summary>A time per operation that launches hold: how it comes from their readings and how a baseline keeps it.</summary>
public abstract class MeasuredTime : IEquatable<MeasuredTime>
{
    /// <summary>Every one of the suite.</summary>
    public static IReadOnlyList<MeasuredTime> All { get; } = Catalogue.Of<MeasuredTime>();

    /// <summary>Key in a launch's <see cref="Times"/>, in files and on the command line.</summary>
    public abstract string Id { get; }

    /// <summary>The member of a baseline's rows that keeps it; null: it is one of the row's <c>Times</c>.</summary>
    public virtual BaselineColumn? Column => null;

    /// <summary>Whether launches hold it. One that only looks at another's holds none.</summary>
    public virtual bool IsHeld => true;

    /// <summary>Whether a ratio to another row's is one of this, too. What was measured beside a row is not the row's own.</summary>
    public virtual bool IsOfTheRow => true;

    /// <summary>Whether anything can have taken so long.</summary>
    public virtual bool IsPossible(double time) => Limits.AreTime(time);

    /// <summary>What a launch took; null where its readings don't tell, NaN where they can't be.</summary>
    public abstract double? OfLaunch(Launch launch, BenchmarkRow row);

    /// <summary>The row with what its readings say of it besides, such as of the unit of this.</summary>
    public virtual BenchmarkRow Describe(BenchmarkRow row) => row;

    /// <inheritdoc/>
    public bool Equals(MeasuredTime? other) => other?.Id == Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MeasuredTime);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>A member of a baseline's rows that holds a time of each launch.</summary>
/// <param name="Name">The member.</param>
/// <param name="Place">Its place among the members that a row may have, ascending: see <c>BaselineRow</c>.</param>
/// <param name="HasGaps">Whether some launches may have none, as null; otherwise it is left out unless all have it.</param>
/// <param name="Needs">The member without which this one can't be; null where it can.</param>
public sealed record BaselineColumn(string Name, int Place, bool HasGaps = false, string? Needs = null);
