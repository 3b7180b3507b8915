using System.Collections;
using System.Runtime.Versioning;
using Bench.Interop.Children;
using Bench.Interop.Processes;

namespace Bench.Trying;

/// <summary>The command that is tried: its program's file, arguments, environment and user.</summary>
[SupportedOSPlatform("linux")]
internal sealed class TriedProgram
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly Dictionary<string, string> environment;

    private TriedProgram(string path, IReadOnlyList<string> arguments, Account? account, Dictionary<string, string> environment)
    {
        Path = path;
        Arguments = arguments;
        Account = account;
        this.environment = environment;
        Interpreter = ElfInterpreter.Of(path);
        IsStatic = Interpreter is null && ElfInterpreter.IsProgram(path);
        IsDotnet = IsDotnetProgram(path);
    }

    /// <summary>The program's file.</summary>
    public string Path { get; }

    /// <summary>The command as it was given.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>As whom it runs; null for this process's user.</summary>
    public Account? Account { get; }

    /// <summary>The loader that it names; null for a script, or a program without one.</summary>
    public string? Interpreter { get; }

    /// <summary>Whether it is a program that no loader loads, and so no library with it.</summary>
    public bool IsStatic { get; }

    /// <summary>Whether .NET runs it.</summary>
    public bool IsDotnet { get; }

    /// <summary>The command as a shell takes it.</summary>
    public string Shown => new StartedAs(Arguments).ToString();

    /// <summary>Finds the program.</summary>
    /// <param name="command">Its name and arguments.</param>
    /// <param name="account">As whom it runs; null for this process's user.</param>
    /// <param name="whyNot">One line where there is none that can be run.</param>
    public static TriedProgram? Find(IReadOnlyList<string> command, Account? account, out string whyNot)
    {
        var environment = EnvironmentOf(account);
        string[] places = command[0].Contains('/') ? [command[0]]
            : [.. Folders(environment).Select(folder => System.IO.Path.Combine(folder, command[0]))];
        string[] there = [.. places.Where(File.Exists)];
        whyNot = there.Length > 0 ? $"{there[0]} is not executable"
            : Directory.Exists(command[0]) ? $"{command[0]} is a folder"
            : $"no such command: {command[0]}";
        return there.FirstOrDefault(IsExecutable) is { } found ? new TriedProgram(found, command, account, environment) : null;
    }

    /// <summary>A variable of its environment as it stands; null where it is not set.</summary>
    public string? Variable(string name) => environment.GetValueOrDefault(name);

    /// <summary>How it is started, with more variables.</summary>
    public ChildPlan Plan(IReadOnlyList<KeyValuePair<string, string>> variables) => new()
    {
        Path = Path,
        Arguments = Arguments,
        Environment = Joined(variables),
        Account = Account,
    };

    /// <summary>How a shell's line is started for it, by the same user.</summary>
    public ChildPlan PlanShell(string line) => new()
    {
        Path = "/bin/sh",
        Arguments = ["sh", "-c", line],
        Environment = Joined([]),
        Account = Account,
    };

    private string[] Joined(IReadOnlyList<KeyValuePair<string, string>> variables)
    {
        var all = new Dictionary<string, string>(environment);
        foreach (var (name, value) in variables)
            all[name] = value;
        return [.. all.Select(variable => $"{variable.Key}={variable.Value}")];
    }

    private static Dictionary<string, string> EnvironmentOf(Account? account)
    {
        var all = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        if (account is not null)
            (all["HOME"], all["USER"], all["LOGNAME"]) = (account.Home, account.Name, account.Name);
        return all;
    }

    private static string[] Folders(Dictionary<string, string> environment) =>
        environment.GetValueOrDefault("PATH", "/usr/bin:/bin").Split(':');

    private static bool IsExecutable(string path) => (File.GetUnixFileMode(path) & AnyExecute) != 0;

    // Its host, or a program's own beside its assembly.
    private static bool IsDotnetProgram(string path)
    {
        string file = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return System.IO.Path.GetFileName(file) == "dotnet" || File.Exists($"{file}.runtimeconfig.json");
    }
}
