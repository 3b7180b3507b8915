using System.Globalization;
using System.Runtime.Versioning;

namespace Bench.Interop.Children;

/// <summary>A process as /proc shows it.</summary>
/// <param name="Id">Process ID.</param>
/// <param name="Parent">The process ID of its parent.</param>
/// <param name="Group">Its process group.</param>
/// <param name="Start">When it started, in clock ticks since boot.</param>
/// <param name="Name">Its name, up to 15 characters.</param>
/// <param name="HasEnded">Whether it only waits for its parent.</param>
public sealed record ShownProcess(int Id, int Parent, int Group, long Start, string Name, bool HasEnded);

/// <summary>Who started whom (proc_pid_stat(5)).</summary>
[SupportedOSPlatform("linux")]
public static class ProcessTree
{
    // Fields behind the name in parentheses, which may itself hold blanks and parentheses.
    private const int State = 0, Parent = 1, Group = 2, StartTime = 19;

    /// <summary>All processes that can be seen now.</summary>
    public static IReadOnlyList<ShownProcess> All() =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? Of(id) : null)
            .OfType<ShownProcess>(),
    ];

    /// <summary>One process; null where there is none of this ID.</summary>
    public static ShownProcess? Of(int id)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            int open = stat.IndexOf('('), close = stat.LastIndexOf(')');
            string[] fields = stat[(close + 2)..].Split(' ');
            return new ShownProcess(id, Number(Parent), Number(Group), long.Parse(fields[StartTime], CultureInfo.InvariantCulture),
                stat[(open + 1)..close], fields[State] is "Z" or "X");

            int Number(int field) => int.Parse(fields[field], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Those of <paramref name="all"/> that descend from <paramref name="roots"/>, with the roots.</summary>
    public static IReadOnlyList<ShownProcess> Below(IReadOnlyList<ShownProcess> all, IEnumerable<int> roots)
    {
        var children = all.ToLookup(process => process.Parent);
        var byId = all.ToDictionary(process => process.Id);
        var found = new List<ShownProcess>(roots.Where(byId.ContainsKey).Select(id => byId[id]));
        for (int i = 0; i < found.Count; i++)
            found.AddRange(children[found[i].Id]);
        return found;
    }
}
