using System.CommandLine;
using System.CommandLine.Parsing;
using Bench.Results.Copies;
using Bench.Results.Data;

namespace Bench.Commands;

/// <summary>The options that say what <c>ab</c> holds against each other: two built copies, or two commands.</summary>
internal sealed class AbSides
{
    private readonly Option<string?> old = new("--base") { Description = "built copy of the old program", HelpName = "DIR" };
    private readonly Option<string?> current = new("--head") { Description = "built copy of the new program", HelpName = "DIR" };
    private readonly Option<string?> assembly = new("--assembly")
    {
        Description = "the program's file, where there are several",
        HelpName = "NAME.dll",
    };

    private readonly Option<string[]> command = new("--command")
    {
        Description = "instead: the old command; again: the new one",
        HelpName = "'OLD …'",
    };

    private readonly Option<bool> shell = new("--shell") { Description = "have sh read the commands" };
    private readonly Option<TurnLength> turns = new("--turns")
    {
        Description = "what copies of this suite take turns at; rows that change settings need launches",
        DefaultValueFactory = _ => TurnLength.Iteration,
        HelpName = "iteration|launch",
    };

    private readonly Argument<string[]> rest = new("OPTIONS")
    {
        Description = "after --: options for every launch of both copies",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Which benchmarks.</summary>
    public Option<string[]> Filter { get; } = RunArguments.Filter();

    /// <summary>Adds them to a command, which then refuses those that don't go together.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { old, current, assembly, command, shell, Filter, turns })
            verb.Options.Add(option);
        verb.Arguments.Add(rest);
        verb.Validators.Add(result =>
        {
            if (WhyNot(result) is { } reason)
                result.AddError(reason);
        });
    }

    /// <summary>Both sides.</summary>
    /// <exception cref="ReadException">One isn't there.</exception>
    /// <exception cref="IOException">They can't be measured now.</exception>
    public IPair Open(ParseResult parsed, Action<string> say)
    {
        if (parsed.GetValue(command) is { Length: > 0 } lines)
            return OperatingSystem.IsLinux()
                ? new CommandPair(lines, parsed.GetValue(shell), say)
                : throw new IOException("--command needs Linux");
        var before = BuiltProgram.Find(parsed.GetValue(old)!, parsed.GetValue(assembly));
        var after = BuiltProgram.Find(parsed.GetValue(current)!, parsed.GetValue(assembly));
        string[] options = parsed.GetValue(rest) ?? [];
        return before.IsSuite && after.IsSuite
            ? new SuitePair((before.Folder, after.Folder), parsed.GetValue(Filter) ?? [], options, parsed.GetValue(turns), say)
            : new ProgramPair(before, after, options, say);
    }

    private string? WhyNot(CommandResult result)
    {
        int commands = result.GetResult(command)?.Tokens.Count ?? 0;
        if (commands == 0)
            return !IsGiven(result, old) || !IsGiven(result, current) ? "--base DIR and --head DIR are needed, or --command twice"
                : IsGiven(result, shell) ? "--shell is for --command"
                : null;
        Option[] ofCopies = [old, current, assembly, Filter, turns];
        return commands != 2 ? "--command is given twice: the old command, then the new one"
            : ofCopies.FirstOrDefault(option => IsGiven(result, option)) is { } other ? $"{other.Name} is for copies, not for commands"
            : result.GetResult(rest)?.Tokens.Count > 0 ? "what follows -- is for copies, not for commands"
            : null;
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
