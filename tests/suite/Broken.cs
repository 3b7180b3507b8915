using Bench.Commands;

namespace Bench.Tests.Suite;

/// <summary>A process with a fault of the program's own.</summary>
internal static class Broken
{
    public const string Verb = "break";

    public static int Run(string where)
    {
        Unexpected.ReportAllOfThisProcess();
        if (where == "main")
            return Bench.Commands.CommandLine.Guarded(Fault);
        var thread = new Thread(() => Fault());
        thread.Start();
        thread.Join();
        return 0;
    }

    private static int Fault() => throw new InvalidOperationException("a\u001b[2J name\nof two lines");
}
