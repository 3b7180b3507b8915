namespace Bench.Results.Copies;

/// <summary>What two copies take turns at.</summary>
public enum TurnLength
{
    /// <summary>Iterations of two processes that run at once.</summary>
    Iteration,

    /// <summary>Whole processes, one after another.</summary>
    Launch,
}
