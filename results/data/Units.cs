namespace Bench.Results.Data;

/// <summary>What a run's clock counts: the unit of all that it measured.</summary>
public static class Units
{
    /// <summary>Time.</summary>
    public const string Nanoseconds = "ns";

    /// <summary>Plain function calls measured beside each iteration; no run is measured in them, but one can be shown so.</summary>
    public const string Calls = "calls";

    /// <summary>Executed instructions, in a guest whose clock counts them; the same at every run.</summary>
    public const string Instructions = "instructions";
}
