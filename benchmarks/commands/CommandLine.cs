using System.CommandLine;
using Bench.Interop;
using Bench.Interop.Settings;
using Bench.Results;

namespace Bench.Commands;

/// <summary>The executable's command line: a verb first, or options for the suite.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        try
        {
            return Dispatch(args);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SystemError)
        {
            Console.Error.WriteLine($"error: {e.Message.ReplaceLineEndings(" ")}");
            return ExitCode.BadUsage;
        }
    }

    private static int Dispatch(string[] args)
    {
        if (OperatingSystem.IsLinux() && args is [SettingsGuardian.Verb])
            return SettingsGuardian.Run();
        if (args.Length == 0)
            return SuiteHelp.Print(Console.Out);
        if (args[0].StartsWith('-') || args[0].StartsWith('@'))
            return new RunSuite(Console.Out, Console.Error).Run(args);

        var verb = Verb.All.FirstOrDefault(verb => verb.Name == args[0]);
        if (verb is null)
        {
            string known = string.Join(", ", Verb.All.Where(verb => !verb.Hidden).Select(verb => verb.Name));
            Console.Error.WriteLine($"error: unknown verb '{args[0]}' (known: {known}; options of the suite start with --)");
            return ExitCode.BadUsage;
        }
        var root = new RootCommand { verb };
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"error: {verb.Name}: {parsed.Errors[0].Message}");
            return ExitCode.BadUsage;
        }
        // Longer than a launched copy is given to put system settings back; the default of 2 s would leave it behind.
        return parsed.Invoke(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
    }
}
