using System.Globalization;
using System.Text.RegularExpressions;
using Bench.Interop.Files;

namespace Bench.Interop.Processes;

/// <summary>The command that a process was started by, as one types it before its arguments: what help and hints print.</summary>
/// <param name="Words">Its words, unquoted: <c>dotnet run -c Release --</c>, <c>dotnet Benchmarks.dll</c>, or a tool's one name.</param>
public sealed partial record StartedAs(params IReadOnlyList<string> Words)
{
    private const string Host = "dotnet";

    /// <summary>Of this process.</summary>
    public static StartedAs Own { get; } = Find();

    /// <summary>The program's own name, one word: a tool's, or the assembly's.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Words switch
    {
        [var program] => program,
        [_, var program] => program,
        [_, "tool" or "dnx", .., var program] when program != "--" => program,
        [_, "tool" or "dnx", .., var program, "--"] => program,
        _ => Environment.GetCommandLineArgs()[0],
    });

    /// <summary>The command of a process, from what is known of it.</summary>
    /// <param name="arguments">What the program was given.</param>
    /// <param name="own">The process's whole command line.</param>
    /// <param name="parent">That of the process that started it: for <c>dotnet run</c> and local tools the one that was typed.</param>
    public static StartedAs Of(IReadOnlyList<string> arguments, IReadOnlyList<string> own, IReadOnlyList<string> parent) =>
        Before(arguments, parent) is [var host, .. var verb] && Path.GetFileNameWithoutExtension(host) == Host && StartsOthers([.. verb])
            ? new([Host, .. verb, .. verb[0] == "run" && verb[^1] != "--" ? (string[])["--"] : []])
            : new(Before(arguments, own) is { Length: > 0 } words ? words : [.. own.Take(1)]);

    /// <summary>The command with arguments behind it, which are printed as they are.</summary>
    public string With(string arguments) => $"{this} {arguments}";

    /// <summary>The command as a shell takes it.</summary>
    public override string ToString() => string.Join(' ', Words.Select(Quoted));

    private static string Quoted(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''")}'";

    private static StartedAs Find()
    {
        string[] all = Environment.GetCommandLineArgs();
        string program = Environment.ProcessPath ?? Host;
        if (!OperatingSystem.IsLinux())
            return new(Path.GetFileNameWithoutExtension(program) == Host ? [Host, Relative(all[0])] : [Relative(program)]);
        string parent = Unistd.getppid().ToString(CultureInfo.InvariantCulture);
        return Of(all[1..], CommandLine("self") is { Length: > 0 } own ? own : [program], CommandLine(parent));
    }

    // The program's own build, an SDK command that starts a tool, or a local tool by its name; not a program that starts another copy.
    private static bool StartsOthers(string[] verb) =>
        verb is ["run" or "tool" or "dnx", ..] || (verb is [var tool] && !tool.EndsWith(".dll", StringComparison.Ordinal));

    private static string[]? Before(IReadOnlyList<string> arguments, IReadOnlyList<string> line) =>
        line.Count - arguments.Count is > 0 and var before && line.Skip(before).SequenceEqual(arguments) ? [.. line.Take(before)] : null;

    // proc_pid_cmdline(5); a process of another user's, or one that has ended, has none to read.
    private static string[] CommandLine(string process)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{process}/cmdline");
            return text.Length == 0 ? [] : text[..^1].Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Relative(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);

    [GeneratedRegex("^[A-Za-z0-9_@%+=:,./~-]+$")]
    private static partial Regex Plain();
}
