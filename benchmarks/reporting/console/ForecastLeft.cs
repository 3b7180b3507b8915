namespace Bench.Reporting.Console;

/// <summary>
/// How long the remaining rows will take where each has a forecast: that, as much slower or faster as those that are done were.
/// </summary>
/// <param name="rows">Each row to come by its name, once for each launch of it, and the seconds it is to take.</param>
internal sealed class ForecastLeft(IEnumerable<(string Name, double Seconds)> rows) : ITimeLeft
{
    // What counts against the first rows: the pilot saw all of them, they tell of themselves alone.
    private const double Trust = 0.05;

    private readonly ILookup<string, double> all = rows.ToLookup(row => row.Name, row => row.Seconds, StringComparer.Ordinal);
    private double forecast;
    private double took;

    public void Done(string name, TimeSpan time)
    {
        forecast += all[name].FirstOrDefault();
        took += time.TotalSeconds;
    }

    public TimeSpan Estimate()
    {
        double total = all.Sum(launches => launches.Sum());
        double pace = ((Trust * total) + took) / ((Trust * total) + forecast);
        return TimeSpan.FromSeconds(total == 0 ? 0 : Math.Max(0, total - forecast) * pace);
    }
}
