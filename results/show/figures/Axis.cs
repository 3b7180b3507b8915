namespace Bench.Results.Show.Figures;

/// <summary>Maps values to coordinates, linearly or by logarithm, and says where the ticks are.</summary>
/// <param name="Low">The value at <paramref name="From"/>; above zero where the axis is logarithmic.</param>
/// <param name="High">The value at <paramref name="To"/>.</param>
/// <param name="From">Coordinate of the least value.</param>
/// <param name="To">Coordinate of the greatest.</param>
/// <param name="IsLog">Whether equal steps are equal ratios.</param>
/// <param name="Ticks">Growing values, none outside.</param>
internal sealed record Axis(double Low, double High, double From, double To, bool IsLog, IReadOnlyList<double> Ticks)
{
    // Beyond this ratio a linear axis would press most points against its foot.
    private const double MostLinear = 12;

    /// <summary>Where a value is; one beyond an end is at that end.</summary>
    public double At(double value)
    {
        double within = Math.Clamp(value, Low, High);
        return From + (To - From) * (IsLog ? Math.Log(within / Low) / Math.Log(High / Low) : (within - Low) / (High - Low));
    }

    /// <summary>Decades around the values, or the next 1, 2 or 5 where they span few; ticks as far as there is room for labels.</summary>
    /// <param name="low">The least value, above zero.</param>
    /// <param name="high">The greatest.</param>
    /// <param name="from">Coordinate of the least value.</param>
    /// <param name="to">Coordinate of the greatest.</param>
    /// <param name="room">What a label takes.</param>
    public static Axis Decades(double low, double high, double from, double to, double room)
    {
        var (first, last) = LogTicks.Around(low, high);
        return new Axis(first, last, from, to, true, LogTicks.Between(first, last, Math.Abs(to - from), room));
    }

    /// <summary>Doublings, with a little room at both ends.</summary>
    public static Axis Doublings(int low, int high, double from, double to, double room)
    {
        double first = low / 1.2, last = Math.Max(high, 2.0 * low) * 1.2;
        return new Axis(first, last, from, to, true, LogTicks.Doublings(first, last, Math.Abs(to - from), room));
    }

    /// <summary>From zero in round steps; by decades when the values spread too far.</summary>
    /// <param name="low">The least value, above zero.</param>
    /// <param name="high">The greatest that must be inside.</param>
    /// <param name="from">Coordinate of the least value.</param>
    /// <param name="to">Coordinate of the greatest.</param>
    /// <param name="room">What a label takes.</param>
    public static Axis Values(double low, double high, double from, double to, double room)
    {
        if (high / low > MostLinear)
            return Decades(low, high, from, to, room);
        double quarter = high / 4;
        double step = Math.Pow(10, Math.Floor(Math.Log10(quarter)));
        step *= quarter / step >= 5 ? 5 : quarter / step >= 2 ? 2 : 1;
        int steps = (int)Math.Ceiling(high / step - 1e-9);
        return new Axis(0, steps * step, from, to, false, [.. Enumerable.Range(0, steps + 1).Select(i => i * step)]);
    }

    /// <summary>How a tick is written: 0.1, 10, 1,000, and beyond a million 5e7.</summary>
    public static string Label(double tick) => tick is 0 or >= 1e-4 and < 1e7
        ? Numbers.Round(tick)
        : tick.ToString("0e0", System.Globalization.CultureInfo.InvariantCulture);
}
