using Bench.Results.Data;
using BenchmarkDotNet.Loggers;
using Perfolizer.Horology;

namespace Bench.Reporting.Console;

/// <summary>
/// BenchmarkDotNet's log, on the terminal cut down to errors and the summary; the whole of it is in the artifacts' .log file. Sections are
/// told apart by BenchmarkDotNet's own headers.
/// </summary>
internal sealed class ShortLog(ILogger terminal, string unit) : ILogger
{
    private bool show = true;

    public string Id => nameof(ShortLog);

    public int Priority => terminal.Priority;

    public void Write(LogKind logKind, string text)
    {
        if (show || logKind == LogKind.Error)
            terminal.Write(logKind, text);
    }

    public void WriteLine()
    {
        if (show)
            terminal.WriteLine();
    }

    public void WriteLine(LogKind logKind, string text)
    {
        switch (text)
        {
            case "// Validating benchmarks:" or "// ***** BenchmarkRunner: End *****" or "// * Detailed results *"
                or "// * Diagnostic Output - CountDiagnoser *":
                show = false;
                return;
            case "// * Summary *":
                show = true;
                return;
        }
        if ((show && !ExplainsAnotherUnit(text)) || logKind == LogKind.Error)
            terminal.WriteLine(logKind, text);
    }

    // The end of BenchmarkDotNet's legend, "1 ns : 1 Nanosecond (0.000000001 sec)".
    private bool ExplainsAnotherUnit(string text) =>
        unit != Units.Nanoseconds && text.Contains($": 1 {TimeUnit.Nanosecond.FullName}", StringComparison.Ordinal);

    public void Flush() => terminal.Flush();
}
