namespace Bench.Reporting.Console;

/// <summary>
/// How long the remaining rows will take: each as long as those of its class took on average, or those of all classes where none of its own is
/// done. Classes differ more than rows of one do.
/// </summary>
/// <param name="classes">The class of each row to come.</param>
internal sealed class TimeLeft(IEnumerable<string> classes)
{
    private readonly Dictionary<string, int> waiting = classes.CountBy(name => name).ToDictionary(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Rows, TimeSpan Time)> done = [];

    /// <summary>Notes a row that is done.</summary>
    public void Done(string name, TimeSpan took)
    {
        waiting[name] = Math.Max(0, waiting.GetValueOrDefault(name) - 1);
        var (rows, time) = done.GetValueOrDefault(name);
        done[name] = (rows + 1, time + took);
    }

    /// <summary>The estimate; zero before any row is done.</summary>
    public TimeSpan Estimate()
    {
        if (done.Count == 0)
            return TimeSpan.Zero;
        var usual = done.Values.Aggregate(TimeSpan.Zero, (sum, other) => sum + other.Time) / done.Values.Sum(other => other.Rows);
        return waiting.Aggregate(TimeSpan.Zero, (sum, group) => sum + group.Value * (done.TryGetValue(group.Key, out var seen) ? seen.Time / seen.Rows : usual));
    }
}
