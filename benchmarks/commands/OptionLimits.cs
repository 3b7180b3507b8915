using System.Runtime.InteropServices;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Environments;

namespace Bench.Commands;

/// <summary>What BenchmarkDotNet's parser lets through and its run then ignores, hangs on or dies of.</summary>
internal static class OptionLimits
{
    private static readonly (string Name, Func<CommandLineOptions, long?> Value, long Least)[] Numbers =
    [
        ("--launchCount", options => options.LaunchCount, 1),
        ("--warmupCount", options => options.WarmupIterationCount, 0),
        ("--iterationTime", options => options.IterationTimeInMilliseconds, 1),
        ("--iterationCount", options => options.IterationCount, 1),
        ("--invocationCount", options => options.InvocationCount, 1),
        ("--affinity", options => options.Affinity, 1),
        ("--buildTimeout", options => options.TimeOutInSeconds, 1),
        ("--disasmDepth", options => options.DisassemblerRecursiveDepth, 1),
    ];

    /// <summary>Why these options can't be measured with, in one line; null where they can.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="inProcess">Whether cases run in this process.</param>
    public static string? WhyNot(BenchmarkDotNetOptions parsed, bool inProcess) =>
        Numbers.Where(number => number.Value(parsed.Options) < number.Least)
            .Select(number => $"{number.Name} {number.Value(parsed.Options)}: {number.Least} or more was expected").FirstOrDefault()
        ?? WhyNoDiagnoser(parsed, inProcess)
        ?? WhyNoPlatform(parsed.Options);

    private static string? WhyNoDiagnoser(BenchmarkDotNetOptions parsed, bool inProcess) =>
        parsed.Options.HardwareCounters.Any() && !OperatingSystem.IsWindows()
            ? "--counters: BenchmarkDotNet reads hardware counters on Windows alone; perf stat(1) reads them here"
        : parsed.Config.GetDiagnosers().OfType<UnresolvedDiagnoser>().Any()
            ? $"--profiler {parsed.Options.Profiler}: {(OperatingSystem.IsWindows() ? "EP, ETW, CV or NativeMemory" : "EP or perf")} was "
                + $"expected"
        : !inProcess ? null
        : parsed.Options.Profiler is { Length: > 0 } ? "--profiler watches a process from outside: not where cases run in this one"
        : parsed.Options.UseDisassemblyDiagnoser ? "--disasm reads a process from outside: not where cases run in this one"
        : null;

    private static string? WhyNoPlatform(CommandLineOptions options) =>
        options.Platform is { } asked and not Platform.AnyCpu && asked.ToString() != RuntimeInformation.ProcessArchitecture.ToString()
            ? $"--platform {asked}: the suite runs as {RuntimeInformation.ProcessArchitecture} here"
            : null;
}
