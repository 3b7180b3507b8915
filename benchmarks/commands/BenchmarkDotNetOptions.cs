using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.ConsoleArguments.ListBenchmarks;
using BenchmarkDotNet.Loggers;
using Perfolizer.Horology;

namespace Bench.Commands;

/// <summary>
/// BenchmarkDotNet's command line, read by its own parser before anything runs, so that an error is one line and not a page.
/// </summary>
internal sealed record BenchmarkDotNetOptions(string[] Arguments, IConfig Config, CommandLineOptions Options)
{
    /// <summary>Whether nothing is to be measured, only something printed.</summary>
    public bool OnlyPrints => Options.PrintInformation || Options.ListBenchmarkCaseMode != ListBenchmarkCaseMode.Disabled;

    /// <summary>The artifacts folder.</summary>
    public string Artifacts => ArtifactsFolder.Of(Config);

    /// <summary>Where the reports of a run go that is stopped: where they always go, unless nothing there may be overwritten.</summary>
    public string Results =>
        Path.Combine(Artifacts, Config.Options.HasFlag(ConfigOptions.DontOverwriteResults) ? $"{DateTime.Now:yyyyMMdd-HHmmss}" : "results");

    /// <summary>Whether the whole log goes into a file.</summary>
    public bool WritesLog => !Config.Options.HasFlag(ConfigOptions.DisableLogFile);

    /// <summary>The options, or null with BenchmarkDotNet's error in one line.</summary>
    public static BenchmarkDotNetOptions? Parse(string[] args, IConfig config, out string error)
    {
        var log = new AccumulationLogger();
        try
        {
            var (success, parsed, options) = ConfigParser.Parse(args, log, config);
            error = success ? "" : FirstError(log.GetLog());
            // --maxWidth brings BenchmarkDotNet's own style, which chooses a unit by the numbers.
            if (parsed is ManualConfig { SummaryStyle: { } style } manual)
                manual.WithSummaryStyle(style.WithTimeUnit(TimeUnit.Nanosecond));
            return success ? new BenchmarkDotNetOptions(args, parsed, options) : null;
        }
        catch (ArgumentException e)
        {
            error = e.ParamName == "maxParameterColumnWidth" ? "--maxWidth: 20 or more was expected" : e.Message.ReplaceLineEndings(" ");
            return null;
        }
    }

    private static string FirstError(string log)
    {
        string[] lines = [.. log.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        int heading = Array.IndexOf(lines, "ERROR(S):");
        return lines.ElementAtOrDefault(heading + 1) ?? "BenchmarkDotNet did not accept the options";
    }
}
