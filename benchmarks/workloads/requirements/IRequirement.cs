namespace Bench.Workloads.Requirements;

/// <summary>Something a benchmark needs of the machine.</summary>
public interface IRequirement
{
    /// <summary>Why the machine lacks it, in words for the user; null where it has it.</summary>
    string? WhyNot();

    /// <summary>What the user can do where the machine lacks it.</summary>
    string Remedy { get; }
}

/// <summary>What <see cref="NeedsAttribute{T}"/> tells whoever selects benchmarks.</summary>
public interface INeed
{
    /// <summary>Null where the machine has it, else why not.</summary>
    string? WhyNot();

    /// <summary>What the user can do where the machine lacks it.</summary>
    string Remedy { get; }
}

/// <summary>Leaves the benchmark, or every benchmark of the class, out where the machine lacks <typeparamref name="T"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class NeedsAttribute<T> : Attribute, INeed where T : IRequirement, new()
{
    public string? WhyNot() => new T().WhyNot();

    public string Remedy => new T().Remedy;
}
