using Bench.Machine.Readers;

namespace Bench.Doctor;

/// <summary>Looks at one thing. A new check is a new subclass in a file of its own; <see cref="Examination"/> finds it.</summary>
/// <param name="id">Stable name, in snake case.</param>
/// <param name="kind">What the check is about.</param>
/// <param name="title">Name for people.</param>
/// <param name="why">Why it matters: one sentence, without a full stop.</param>
internal abstract class Check(string id, FindingKind kind, string title, string why) : IComparable<Check>
{
    public string Id { get; } = id;

    public FindingKind Kind { get; } = kind;

    public string Title { get; } = title;

    /// <summary>Whether there is nothing to look at elsewhere than on Linux.</summary>
    public virtual bool NeedsLinux => true;

    /// <summary>What there is to say; mostly one finding.</summary>
    public abstract IEnumerable<Finding> Examine(SystemTree tree);

    /// <summary>By id.</summary>
    public int CompareTo(Check? other) => string.CompareOrdinal(Id, other?.Id);

    public Finding Ok(string seen) => new(Id, Kind, Title, Severity.Ok, seen, why, null);

    public Finding Note(string seen, string? fix = null) => new(Id, Kind, Title, Severity.Note, seen, why, fix);

    public Finding Noisy(string seen, string? fix) => new(Id, Kind, Title, Severity.Noisy, seen, why, fix);

    public Finding Missing(string seen, string? fix) => new(Id, Kind, Title, Severity.Missing, seen, why, fix);
}
