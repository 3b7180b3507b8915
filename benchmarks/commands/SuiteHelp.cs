using System.CommandLine;
using Bench.Help;
using Bench.Interop.Processes;
using Bench.Results;
using BenchmarkDotNet.Running;

namespace Bench.Commands;

/// <summary>The help of the main command: a screen of it, or with all options.</summary>
internal static class SuiteHelp
{
    public const string Description =
        "What a function call, a system call and a page fault cost on this machine, and what preallocating pages buys.";

    public const string Example = "--filter '*PageFault*'";

    /// <summary>Prints it to <paramref name="output"/>, as wide as this process's screen.</summary>
    public static int Print(HelpAsked asked, TextWriter output)
    {
        var help = CommandHelp.Writer(output);
        if (asked == HelpAsked.All)
            PrintAll(help);
        else
            Print(help);
        return ExitCode.Ok;
    }

    /// <summary>What a user has to know at first: one screen.</summary>
    public static void Print(HelpWriter help)
    {
        help.Paragraph(Description);
        help.Heading("Usage");
        help.Command(StartedAs.Own.With("[VERB] [options]"));
        help.Heading("Verbs, each with --help");
        help.Terms([.. Verb.All.Where(verb => !verb.Hidden).Select(verb => (verb.Name, CommandHelp.Sentence(verb.Description)))]);
        help.Heading("Options without a verb: what is measured, and how");
        help.Terms(
        [
            ("--filter GLOB", "Measure these rows; '*': all"),
            ("--list flat", "Print the names of rows"),
            .. Rows(SuiteOptions.Own),
        ]);
        help.Heading("Example");
        help.Command(StartedAs.Own.With(Example));
    }

    /// <summary>The same, and BenchmarkDotNet's options and what the exit status means.</summary>
    public static void PrintAll(HelpWriter help)
    {
        Print(help);
        help.Heading("Options of BenchmarkDotNet");
        help.Terms(Rows(BenchmarkDotNetDefinitions.All));
        help.Heading("Exit status");
        help.Terms([.. ExitCode.Meanings.Select(status => (status.Code, status.Meaning))]);
    }

    public static int PrintVersion(TextWriter output)
    {
        output.WriteLine($"Bench {Version(typeof(SuiteHelp))}, BenchmarkDotNet {Version(typeof(BenchmarkCase))}");
        return ExitCode.Ok;
    }

    private static string? Version(Type type) => type.Assembly.GetName().Version?.ToString(3);

    private static (string, string)[] Rows(IEnumerable<Option> options) =>
        [.. options.Select(option => (Usage.Names(option), Usage.Meaning(option)))];
}
