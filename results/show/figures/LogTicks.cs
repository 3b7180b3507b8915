namespace Bench.Results.Show.Figures;

/// <summary>The ticks of logarithmic axes.</summary>
internal static class LogTicks
{
    // Within this ratio whole decades would leave most of an axis empty.
    private const double FewDecades = 100;

    // What rounding may take from a power of ten.
    private const double Rounding = 1e-9;

    private static readonly int[] Parts = [1, 2, 5];

    /// <summary>The ends of an axis that holds the values.</summary>
    public static (double First, double Last) Around(double low, double high)
    {
        int from = (int)Math.Floor(Math.Log10(low * (1 + Rounding))), to = (int)Math.Ceiling(Math.Log10(high * (1 - Rounding)));
        if (high / low > FewDecades)
            return (Math.Pow(10, from), Math.Pow(10, to));
        double[] marks = [.. Marks(from - 1, Math.Max(to, from) + 1)];
        double first = marks.Last(mark => mark <= low * (1 + Rounding));
        return (first, marks.First(mark => mark >= high * (1 - Rounding) && mark > first));
    }

    /// <summary>1, 2 and 5 of each decade, or as many whole decades as there is room for.</summary>
    public static IReadOnlyList<double> Between(double first, double last, double length, double room)
    {
        int from = (int)Math.Floor(Math.Log10(first) + Rounding), to = (int)Math.Ceiling(Math.Log10(last) - Rounding);
        double decade = length / Math.Log10(last / first);
        var ticks = decade * Math.Log10(2) >= room ? Marks(from, to) : Powers(10, from, to, Stride(decade, room));
        return [.. ticks.Where(tick => tick >= first * (1 - Rounding) && tick <= last * (1 + Rounding))];
    }

    /// <summary>Powers of two between the ends.</summary>
    public static IReadOnlyList<double> Doublings(double first, double last, double length, double room) =>
        [.. Powers(2, (int)Math.Ceiling(Math.Log2(first)), (int)Math.Floor(Math.Log2(last)),
            Stride(length / Math.Log2(last / first), room))];

    private static int Stride(double step, double room) => Math.Max(1, (int)Math.Ceiling(room / step));

    private static IEnumerable<double> Marks(int from, int to) =>
        Powers(10, from, to, 1).SelectMany(decade => Parts.Select(part => part * decade));

    private static IEnumerable<double> Powers(double radix, int from, int to, int stride)
    {
        for (int power = from; power <= to; power += stride)
            yield return Math.Pow(radix, power);
    }
}
