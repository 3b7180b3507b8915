namespace Bench.Results.Judge.Advice.Orders;

/// <summary>Every k-th page from the first to the last: a field of large records, a matrix by columns.</summary>
public sealed class SequentialTouches : TouchOrder
{
    /// <inheritdoc/>
    public override string Name => "sequential";

    /// <inheritdoc/>
    public override string Words => "from first to last at equal distances";

    /// <inheritdoc/>
    public override int Rank => 1;

    /// <inheritdoc/>
    public override string Measured => "sequential";

    /// <summary>As long as the distance is below a window's size no window is left out; beyond it no two touches share one.</summary>
    protected override double Windows(long touched, long window, long region) => Math.Min(touched, Math.Ceiling((double)region / window));
}
