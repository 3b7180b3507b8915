using Bench.Machine.Readers;

namespace Bench.Machine;

/// <summary>Facts of one theme. A new fact is a row of a table, a new table a subclass, which is found by itself.</summary>
internal abstract class FactTable(FactGroup group)
{
    /// <summary>Every fact, in the order of reports, which is the same on every machine.</summary>
    public static IReadOnlyList<Fact> All => [.. Catalogue.Of<FactTable>().SelectMany(table => table.Facts).Order()];

    /// <summary>This table's.</summary>
    public abstract IEnumerable<Fact> Facts { get; }

    /// <summary>A fact in which two runs must not differ to be compared.</summary>
    protected Fact Matters(string key, string label, Func<SystemTree, FactValue> read) => new(key, label, group, Matters: true, read);

    /// <summary>One that is worth knowing.</summary>
    protected Fact Mentioned(string key, string label, Func<SystemTree, FactValue> read) => new(key, label, group, Matters: false, read);
}
