namespace Bench.Machine;
public static class ByteSize { public static bool TryParse(string s, out long b, out string e) { e=""; return long.TryParse(s, out b);} }
public sealed class MemoryBudget { public static MemoryBudget Read() => new(); public string? WhyTooLarge(long b) => null; }
