using BenchmarkDotNet.Loggers;

namespace Bench.Reporting.Console;

/// <summary>
/// BenchmarkDotNet's log, on the terminal cut down to errors and the summary; the whole of it is in the artifacts' .log file. Sections are
/// told apart by BenchmarkDotNet's own headers.
/// </summary>
internal sealed class QuietLog(ILogger terminal) : ILogger
{
    private bool show = true;

    public string Id => nameof(QuietLog);

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
        if (show || logKind == LogKind.Error)
            terminal.WriteLine(logKind, text);
    }

    public void Flush() => terminal.Flush();
}
