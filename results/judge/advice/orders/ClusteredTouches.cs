namespace Bench.Results.Judge.Advice.Orders;

/// <summary>One run of neighbouring pages: an array, a stack or a heap that is filled from one end and never grows to its limit.</summary>
public sealed class ClusteredTouches : TouchOrder
{
    /// <inheritdoc/>
    public override string Name => "clustered";

    /// <inheritdoc/>
    public override string Words => "from its start without gaps";

    /// <inheritdoc/>
    public override int Rank => 2;

    /// <inheritdoc/>
    public override string Measured => "sequential";

    /// <summary>Only the last window may be touched in part.</summary>
    protected override double Windows(long touched, long window, long region) => Math.Ceiling((double)touched / window);
}
