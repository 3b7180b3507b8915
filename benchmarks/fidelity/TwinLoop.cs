namespace Bench.Fidelity;

/// <summary>A loop of the suite with its twin in C.</summary>
internal abstract class TwinLoop(string name, Bar? bar) : IDisposable
{
    /// <summary>Name in tables.</summary>
    public string Name { get; } = name;

    /// <summary>What its ratio must hold; null where it is there to be known only.</summary>
    public Bar? Bar { get; } = bar;

    /// <summary>Operations in one turn of either.</summary>
    public abstract long Operations { get; }

    /// <summary>Turns of each side that one <see cref="Prepare"/> allows, where it is not any number.</summary>
    public virtual int? TurnsPerPair => null;

    /// <summary>Before each pair, outside the clock.</summary>
    public virtual void Prepare() { }

    /// <summary>After each pair, outside the clock.</summary>
    public virtual void CleanUp() { }

    /// <summary>One turn of the loop in C.</summary>
    public abstract void InC();

    /// <summary>One turn of the suite's own.</summary>
    public abstract void InCSharp();

    public virtual void Dispose() { }
}
