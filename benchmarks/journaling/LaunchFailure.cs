using System.Globalization;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Journaling;

/// <summary>Why a launch or a build failed, in one line.</summary>
internal static class LaunchFailure
{
    private const int LongestReason = 300;

    // What a shell, and .NET, make of a process that died of signal n (signal(7)).
    private const int BySignal = 128;

    private static readonly Dictionary<int, string> Signals = new()
    {
        [4] = "SIGILL",
        [6] = "SIGABRT",
        [7] = "SIGBUS",
        [8] = "SIGFPE",
        [9] = "SIGKILL, as the kernel sends it where memory runs out",
        [11] = "SIGSEGV",
        [15] = "SIGTERM",
    };

    public static string Of(BuildResult build) =>
        OneLine("it could not be built: " + (build.GenerateException?.Message ?? build.ErrorMessage ?? "no reason was given"));

    public static string Of(ExecuteResult result) => OneLine(
        result.Errors.Count > 0 ? result.Errors[0]
        : result.ExitCode is > BySignal and < BySignal + 65 and int code ? $"its process was ended by {Signal(code - BySignal)}"
        : result.ExitCode is int exit and not 0 ? string.Create(CultureInfo.InvariantCulture, $"its process ended with status {exit}")
        : "it reported no result");

    public static string OneLine(string text)
    {
        string kept = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return kept.Length <= LongestReason ? kept : kept[..LongestReason] + "…";
    }

    private static string Signal(int number) =>
        Signals.TryGetValue(number, out string? name) ? name : string.Create(CultureInfo.InvariantCulture, $"signal {number}");
}
