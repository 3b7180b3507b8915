namespace Bench.Interop.Perf;

/// <summary>Where a thread was.</summary>
/// <param name="Kernel">The kernel's addresses, from the instruction outwards; none where it ran its own.</param>
public readonly record struct PerfSample(ulong[] Kernel);
