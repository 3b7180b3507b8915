using System.Runtime.Versioning;

namespace Bench.Workloads.Batches;

/// <summary>
/// A way to have n operations done by one entry into the kernel. A new way is a new subclass in this folder; the suite finds it by itself.
/// </summary>
[SupportedOSPlatform("linux")]
public abstract class Batch : IComparable<Batch>, IComparable
{
    /// <summary>Most operations at one entry.</summary>
    public const int Largest = 512;

    /// <summary>What one operation is: the name, too, of the way that makes a system call for each.</summary>
    public abstract string Operation { get; }

    /// <summary>By what else than a system call for each; null for just that.</summary>
    public virtual string? By => null;

    /// <summary>Place in tables, ascending.</summary>
    public abstract int Rank { get; }

    /// <summary>Operations at each entry that it takes.</summary>
    public virtual IReadOnlyList<int> Sizes => By is null ? [1] : Doublings;

    /// <summary>Why this machine can't do it, in words for the user; null where it can.</summary>
    public virtual string? WhyNot() => null;

    /// <summary>Once a case: opens what is worked on.</summary>
    public abstract void Begin(int size);

    /// <summary>Inside the clock: enters the kernel <paramref name="times"/> times, for <paramref name="size"/> operations each.</summary>
    /// <returns>Operations that did not give what they should.</returns>
    public abstract int Run(int times, int size);

    /// <summary>Once a case: closes it.</summary>
    public abstract void End();

    /// <summary>1, 2, 4 … <see cref="Largest"/>.</summary>
    public static IReadOnlyList<int> Doublings { get; } = [.. Enumerable.Range(0, 10).Select(exponent => 1 << exponent)];

    /// <summary>All ways, by rank.</summary>
    public static IReadOnlyList<Batch> All => Catalogue.Of<Batch>();

    public int CompareTo(Batch? other) => other is null ? 1 : Rank.CompareTo(other.Rank);

    int IComparable.CompareTo(object? obj) => CompareTo(obj as Batch);

    public override string ToString() => By is null ? Operation : $"{Operation} by {By}";
}
