using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Bench.Interop.Processes;
using Bench.Results.Show;

namespace Bench.Help;

/// <summary>What <c>--help</c> prints of a verb: its definition, and one example.</summary>
/// <param name="example">A command line from the verb on.</param>
internal sealed class CommandHelp(string example) : SynchronousCommandLineAction
{
    // Of text that nobody's terminal shows.
    private const int Usual = 80;

    /// <summary>A writer for this process's screen.</summary>
    public static HelpWriter Writer(TextWriter output) => new(output, Terminal.Columns(Usual));

    // Help is asked for by those who don't know what is required.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, Writer(parseResult.InvocationConfiguration.Output));
        return 0;
    }

    /// <summary>Writes it.</summary>
    public void Write(Command command, HelpWriter help)
    {
        help.Paragraph(Sentence(command.Description));
        help.Heading("Usage");
        help.Command(StartedAs.Own.With(Usage.Of(command)));
        Section(help, "Arguments", command.Arguments.Select(argument => (argument.Name, Sentence(argument.Description))));
        Section(help, "Verbs", command.Subcommands.Select(verb => (verb.Name, Sentence(verb.Description))));
        var options = command.Options.Where(option => option is not HelpOption);
        Section(help, "Options", options.Select(option => (Usage.Names(option), Usage.Meaning(option))));
        help.Heading("Example");
        help.Command(StartedAs.Own.With(example));
    }

    /// <summary>A description as a sentence of a list.</summary>
    public static string Sentence(string? text) => text is { Length: > 0 } ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    private static void Section(HelpWriter help, string heading, IEnumerable<(string Term, string Meaning)> rows)
    {
        (string, string)[] all = [.. rows];
        if (all.Length == 0)
            return;
        help.Heading(heading);
        help.Terms(all);
    }
}
