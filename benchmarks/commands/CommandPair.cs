using System.Runtime.Versioning;
using Bench.Interop.Processes;
using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Results.Show.Compare;
using Bench.Trying;

namespace Bench.Commands;

/// <summary>Two commands.</summary>
[SupportedOSPlatform("linux")]
internal sealed class CommandPair : IPair
{
    private readonly MeasuredCommand[] commands;
    private readonly CommandTurns turns;
    private readonly ExitHooks atEnd;

    /// <param name="lines">The old command and the new one, as they were typed.</param>
    /// <param name="shell">Whether sh(1) reads them.</param>
    /// <param name="say">Takes one line of progress.</param>
    /// <exception cref="ReadException">One is no command, or there is no such.</exception>
    public CommandPair(string[] lines, bool shell, Action<string> say)
    {
        commands = [.. lines.Select(line => Find(line, shell))];
        turns = new CommandTurns(commands[0], commands[1], say);
        Launcher.Adopt();
        atEnd = new ExitHooks(Kill);
    }

    public IPairedLaunches Launches => turns;

    public IEnumerable<string> Notes => [.. CommandText.Notes(turns.All.Base, turns.All.Head),
        .. commands.Where(command => command.Left.Count > 0).Select(command =>
            $"{command.Shown} left processes behind, which were ended: {string.Join(", ", command.Left)}")];

    public void Dispose()
    {
        atEnd.Dispose();
        Kill();
    }

    private static MeasuredCommand Find(string line, bool shell)
    {
        var words = shell ? (string[])["sh", "-c", line] : CommandWords.Of(line);
        return TriedProgram.Find(words, account: null, out string whyNot) is { } program
            ? new MeasuredCommand(line, program.Plan([]))
            : throw new ReadException("--command", whyNot);
    }

    private void Kill()
    {
        foreach (var command in commands)
            command.Kill();
    }
}
