namespace Bench.Results.Profiles;

/// <summary>Functions of the kernel that a thread was in, and how often it was seen so.</summary>
/// <param name="Functions">From the entry inwards; none where it ran its own instructions.</param>
/// <param name="Samples">How often.</param>
public sealed record SampledStack(IReadOnlyList<string> Functions, long Samples);
