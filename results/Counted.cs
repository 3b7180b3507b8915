namespace Bench.Results;

/// <summary>Numbers of things in words.</summary>
public static class Counted
{
    /// <summary>"1 row", "2 rows".</summary>
    public static string Describe(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
