namespace Bench.Results.Show.Figures;

/// <summary>Maps values to coordinates, linearly or by logarithm, and says where the ticks are.</summary>
internal sealed record Axis(double Low, double High, double From, double To, bool IsLog, IReadOnlyList<double> Ticks)
{
    // Beyond this ratio a linear axis would press most points against its foot.
    private const double MostLinear = 12;

    public double At(double value) => IsLog
        ? From + (To - From) * Math.Log(value / Low) / Math.Log(High / Low)
        : From + (To - From) * (value - Low) / (High - Low);

    /// <summary>Whole decades around the values, with ticks at 1, 2 and 5 where there is room.</summary>
    public static Axis Decades(double low, double high, double from, double to)
    {
        double first = Math.Pow(10, Math.Floor(Math.Log10(low))), last = Math.Pow(10, Math.Ceiling(Math.Log10(high)));
        if (last <= first)
            last = first * 10;
        List<double> ticks = [];
        for (var decade = first; decade <= last * 1.0001; decade *= 10)
            ticks.Add(decade);
        return new Axis(first, last, from, to, true, ticks);
    }

    /// <summary>Doublings, with a little room at both ends.</summary>
    public static Axis Doublings(int low, int high, double from, double to)
    {
        List<double> ticks = [];
        for (long n = 1; n <= high; n *= 2)
            if (n >= low)
                ticks.Add(n);
        return new Axis(low / 1.2, Math.Max(high, low * 2) * 1.2, from, to, true, ticks);
    }

    /// <summary>From zero in round steps; by decades when the values spread too far.</summary>
    public static Axis Values(double low, double high, double from, double to)
    {
        if (high / low > MostLinear)
            return Decades(low, high, from, to);
        var step = Math.Pow(10, Math.Floor(Math.Log10(high / 4)));
        step *= high / 4 / step >= 5 ? 5 : high / 4 / step >= 2 ? 2 : 1;
        var last = Math.Ceiling(high / step) * step;
        List<double> ticks = [];
        for (var i = 0; i * step <= last * 1.0001; i++)
            ticks.Add(i * step);
        return new Axis(0, last, from, to, false, ticks);
    }
}
