using System.CommandLine;
using System.Globalization;
using Bench.Help;
using Bench.Interop.Processes;
using Bench.Results;

namespace Bench.Commands;

/// <summary><c>man</c>: prints the manual page, by the name that the program was started as.</summary>
public sealed class ManVerb : Verb
{
    // reproducible-builds.org: packages are made with it, and come out the same.
    private const string Epoch = "SOURCE_DATE_EPOCH";

    public override string Example => "man > bench.1";

    public override Command Create()
    {
        var command = new Command("man", "Print the manual page; man -l FILE shows it");
        command.SetAction(_ => VerbAction.Run(() =>
        {
            string[] examples = [SuiteHelp.Example, .. Examples.Values.Where(example => example.Length > 0)];
            Console.Out.Write(new ManPage(StartedAs.Own.Name, Date()).Write(WholeCommandLine.Create(), examples, ExitCode.Meanings));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static DateOnly Date() => DateOnly.FromDateTime(
        long.TryParse(Environment.GetEnvironmentVariable(Epoch), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? DateTime.UnixEpoch.AddSeconds(seconds) : DateTime.UtcNow);
}
