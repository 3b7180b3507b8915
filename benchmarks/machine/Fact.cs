using Bench.Machine.Readers;

namespace Bench.Machine;

/// <summary>Where a fact stands in a report.</summary>
internal enum FactGroup
{
    /// <summary>What is asked.</summary>
    Kernel,

    /// <summary>What asks.</summary>
    Processor,

    /// <summary>What is asked for.</summary>
    Memory,

    /// <summary>This process and what surrounds it.</summary>
    Process,
}

/// <summary>Reads one fact. A new fact is a new subclass in a file of its own; <see cref="MachineEnvironment"/> finds it.</summary>
internal abstract class Fact(string key, string label, FactGroup group, bool matters) : IComparable<Fact>
{
    public string Key { get; } = key;

    public string Label { get; } = label;

    public FactGroup Group { get; } = group;

    public bool Matters { get; } = matters;

    /// <summary>The value, on one line. Never throws.</summary>
    public abstract string Read(SystemTree tree);

    /// <summary>By group, in it what matters first, then by key.</summary>
    public int CompareTo(Fact? other) =>
        other is null ? 1 : (Group, !Matters).CompareTo((other.Group, !other.Matters)) is var order and not 0 ? order : string.CompareOrdinal(Key, other.Key);
}
