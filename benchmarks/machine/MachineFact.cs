namespace Bench.Machine;

/// <summary>Something worth knowing about the machine a run was made on.</summary>
/// <param name="Key">Stable name, in snake case, e.g. "clock_source".</param>
/// <param name="Label">Name for people.</param>
/// <param name="Value">One line; "unknown" or "not there" where the system doesn't say.</param>
/// <param name="Matters">Whether two runs that differ in it can't be compared.</param>
public sealed record MachineFact(string Key, string Label, string Value, bool Matters);
