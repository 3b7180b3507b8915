using System.CommandLine;
using Bench.Help;
using Bench.Interop.Processes;
using Bench.Results;

namespace Bench.Commands;

/// <summary><c>completion SHELL</c>: prints the script that has a shell complete the command as it was started now.</summary>
public sealed class CompletionVerb : Verb
{
    public override string Example => "completion bash > ~/.bash_completion";

    public override Command Create()
    {
        string[] shells = [.. ShellScript.All.Select(script => script.Shell)];
        var shell = new Argument<string>("SHELL")
        {
            Description = $"{string.Join(", ", shells)}; how the script is used stands at its top",
            HelpName = string.Join('|', shells),
        };
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !shells.Contains(token.Value))
                result.AddError($"{token.Value}: one of {string.Join(", ", shells)} was expected");
        });
        var command = new Command("completion", "Print a script that completes command lines in a shell") { shell };
        command.SetAction(parsed => VerbAction.Run(() =>
        {
            var script = ShellScript.All.Single(script => script.Shell == parsed.GetValue(shell));
            Console.Out.Write(script.Write(StartedAs.Own, typeof(CompletionVerb).Assembly.Location));
            return ExitCode.Ok;
        }));
        return command;
    }
}
