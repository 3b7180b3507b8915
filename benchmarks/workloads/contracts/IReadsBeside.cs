namespace Bench.Workloads.Contracts;

/// <summary>A benchmark class that reads numbers of its own in each iteration's set-up, outside its clock.</summary>
public interface IReadsBeside
{
    /// <summary>Their names in reports; known once the parameters are set.</summary>
    IReadOnlyList<string> Readings { get; }

    /// <summary>What the last set-up read: finite and not negative; null where it read nothing.</summary>
    double? Reading(string name);
}
