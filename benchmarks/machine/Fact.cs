using Bench.Interop;
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

/// <summary>One fact, and how it is read.</summary>
/// <param name="Key">Stable name, in snake case.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Group">Where it stands.</param>
/// <param name="Matters">Whether two runs that differ in it can't be compared.</param>
/// <param name="Read">Its value. Never throws.</param>
internal sealed record Fact(string Key, string Label, FactGroup Group, bool Matters, Func<SystemTree, FactValue> Read) : IComparable<Fact>
{
    /// <summary>By group, in it what matters first, then by key.</summary>
    public int CompareTo(Fact? other) => other is null ? 1
        : (Group, !Matters).CompareTo((other.Group, !other.Matters)) is var order and not 0 ? order
        : string.CompareOrdinal(Key, other.Key);
}

/// <summary>What a fact says.</summary>
/// <param name="Text">One line.</param>
/// <param name="Bytes">The size that it names; null where it names none.</param>
internal readonly record struct FactValue(string Text, long? Bytes = null)
{
    public static implicit operator FactValue(string text) => new(text);

    public static FactValue OfBytes(long bytes, string remark = "") => new(ByteSize.Describe(bytes) + remark, bytes);
}
