using System.CommandLine;
using Bench.Interop;
using Bench.Interop.Processes;
using Bench.Reporting.Console;
using Bench.Results;
using Bench.Results.Show;
using Bench.Settings;

namespace Bench.Commands;

/// <summary>The executable's command line: a verb first, or options for the suite.</summary>
internal static class CommandLine
{
    /// <summary>
    /// Runs it as this process: whatever is printed from here on goes through one writer, which lets no control characters through.
    /// </summary>
    public static int Run(string[] args)
    {
        if (!OperatingSystem.IsWindows())
            Console.OutputEncoding = LocaleEncoding.Own;
        // An empty one forbids nothing (no-color.org), which .NET's console does not know.
        if (Environment.GetEnvironmentVariable("NO_COLOR") is "")
            Environment.SetEnvironmentVariable("NO_COLOR", null);
        Console.SetOut(new PrintableWriter(Console.Out));
        Console.SetError(new PrintableWriter(Console.Error, lossy: true));
        Unexpected.ReportAllOfThisProcess();
        return Guarded(() => Dispatch(args));
    }

    /// <summary>Runs <paramref name="work"/>, and makes one line and an exit code of what it throws.</summary>
    internal static int Guarded(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SystemError)
        {
            return VerbAction.Fail(IsNowhere() ? "the current folder is gone: go to one that is there" : e.Message, ExitCode.BadUsage);
        }
        catch (Exception e)
        {
            return Unexpected.Report(e, Console.Error);
        }
    }

    // A shell may stand in a folder that was deleted; the exception that this is here names no file.
    private static bool IsNowhere()
    {
        try
        {
            return !Directory.Exists(Directory.GetCurrentDirectory());
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static int Dispatch(string[] args)
    {
        if (OperatingSystem.IsLinux() && args is [SettingsGuardian.Verb])
            return SettingsGuardian.Run();
        if (OperatingSystem.IsLinux() && args is [TiedProgram.Verb, var parent, .. var command])
            return TiedProgram.Run(parent, command);
        if (args.Length == 0)
            return SuiteHelp.Print(HelpAsked.Screen, Console.Out);
        if (args[0].StartsWith('-') || args[0].StartsWith('@'))
            return RunTheSuite(args);

        var verb = Verb.All.FirstOrDefault(verb => verb.Name == args[0]);
        if (verb is null)
        {
            string known = string.Join(", ", Verb.All.Where(verb => !verb.Hidden).Select(verb => verb.Name));
            return VerbAction.Fail($"unknown verb '{args[0]}' (known: {known}; see {StartedAs.Own.With("--help")})", ExitCode.BadUsage);
        }
        var root = new RootCommand { verb };
        root.Options.Clear();
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            string why = ParseErrors.Of(parsed.Errors[0]);
            return VerbAction.Fail($"{verb.Name}: {why} (see {StartedAs.Own.With(verb.Name)} --help)", ExitCode.BadUsage);
        }
        return parsed.Invoke(new InvocationConfiguration
        {
            // Longer than a launched copy is given to put system settings back; the default of 2 s would leave it behind.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
            // The library's own handler prints the trace and ends with 1, which is a regression's.
            EnableDefaultExceptionHandler = false,
        });
    }

    // Hours of measuring must not end because the disk is full that their messages go to.
    private static int RunTheSuite(string[] args)
    {
        var (output, errors) = (new TolerantWriter(Console.Out), new TolerantWriter(Console.Error));
        Console.SetOut(output);
        Console.SetError(errors);
        int status = new RunSuite(output, errors).Run(args);
        if (output.Failure is { } failure)
            errors.WriteLine($"error: standard output can't be written: {failure}; the run went on without it");
        return output.Failure is not null && status == ExitCode.Ok ? ExitCode.RunFailed : status;
    }
}
