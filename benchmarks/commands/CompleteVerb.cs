using System.CommandLine;
using Bench.Help;
using Bench.Results;

namespace Bench.Commands;

/// <summary>How the last word of a command line can go on; only the scripts of <see cref="CompletionVerb"/> ask.</summary>
public sealed class CompleteVerb : Verb
{
    /// <summary>None: nobody types it.</summary>
    public override string Example => "";

    public override Command Create()
    {
        var words = new Argument<string[]>("WORD") { Arity = ArgumentArity.OneOrMore };
        var command = new Command(ShellScript.Verb, "Candidates for the last word") { words };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            Console.Out.Write(new Completion(WholeCommandLine.Create()).For(parsed.GetValue(words)!).Lines);
            return ExitCode.Ok;
        });
        return command;
    }
}
