using System.Globalization;

namespace Bench.Interop.Processes;

/// <summary>A process by its number and its start, so that another one that was given the number later is not taken for it.</summary>
/// <param name="Id">Process ID.</param>
/// <param name="Start">When it started, in clock ticks since boot (proc_pid_stat(5), field 22).</param>
public readonly record struct ProcessIdentity(int Id, long Start)
{
    // Fields of proc_pid_stat(5) behind the name in parentheses, which may itself hold blanks and parentheses.
    private const int State = 0, StartTime = 19;

    /// <summary>This process; its start is 0 where there is no /proc.</summary>
    public static ProcessIdentity Own => Of(Environment.ProcessId) ?? new ProcessIdentity(Environment.ProcessId, 0);

    /// <summary>Whether it still runs.</summary>
    public bool IsAlive => Of(Id) == this;

    /// <summary>The process that has a number now; null where none has, or it has ended and only waits for its parent.</summary>
    public static ProcessIdentity? Of(int id)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[State] is "Z" or "X"
                ? null
                : new ProcessIdentity(id, long.Parse(fields[StartTime], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
