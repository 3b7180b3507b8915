namespace Bench.Reporting.Console;

/// <summary>
/// How long the remaining rows will take: each as long as those of its class took on average. Rows of a class of which none is done take
/// their usual time, as much slower or faster as those that are done were.
/// </summary>
/// <param name="rows">The class of each row to come, and what a row of it usually takes, in any unit.</param>
internal sealed class TimeLeft(IEnumerable<(string Class, double Usual)> rows) : ITimeLeft
{
    private readonly Dictionary<string, ClassTime> classes = rows.GroupBy(row => row.Class)
        .ToDictionary(group => group.Key, group => new ClassTime(group.First().Usual, group.Count()), StringComparer.Ordinal);

    /// <summary>Notes a row that is done.</summary>
    /// <exception cref="KeyNotFoundException">No such class was to come.</exception>
    public void Done(string name, TimeSpan took) => classes[name].Add(took.TotalSeconds);

    /// <summary>The estimate; zero before any row is done.</summary>
    public TimeSpan Estimate()
    {
        double usual = classes.Values.Sum(each => each.Done * each.Usual);
        if (usual == 0)
            return TimeSpan.Zero;
        double pace = classes.Values.Sum(each => each.Seconds) / usual;
        return TimeSpan.FromSeconds(
            classes.Values.Sum(each => each.Waiting * (each.Done > 0 ? each.Seconds / each.Done : pace * each.Usual)));
    }

    private sealed class ClassTime(double usual, int waiting)
    {
        public double Usual => usual;

        public int Waiting { get; private set; } = waiting;

        public int Done { get; private set; }

        public double Seconds { get; private set; }

        public void Add(double seconds)
        {
            Waiting = Math.Max(0, Waiting - 1);
            Done++;
            Seconds += seconds;
        }
    }
}
