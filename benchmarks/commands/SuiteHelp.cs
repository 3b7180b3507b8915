using Bench.Results;
using BenchmarkDotNet.Running;

namespace Bench.Commands;

/// <summary>The help text of the executable.</summary>
internal static class SuiteHelp
{
    public static int Print(TextWriter output)
    {
        output.WriteLine("What a function call, a system call and a page fault cost on this machine, and what preallocating pages buys.");
        output.WriteLine();
        output.WriteLine("  dotnet run -c Release -- --filter '*PageFault*'     measure one class of benchmarks");
        output.WriteLine("  dotnet run -c Release -- --filter '*'               measure them all");
        output.WriteLine("  dotnet run -c Release -- --allCategories Matrix     measure every kind of fault, batches of calls, and scaling");
        output.WriteLine("  dotnet run -c Release -- --list flat                name them");
        output.WriteLine("  dotnet run -c Release -- VERB [--help]              do something else");
        output.WriteLine();
        output.WriteLine("Verbs:");
        foreach (var verb in Verb.All.Where(verb => !verb.Hidden))
            output.WriteLine($"  {verb.Name,-18}{verb.Description}");
        output.WriteLine();
        output.WriteLine("Options of the suite:");
        foreach (var option in SuiteOptions.Own)
            output.WriteLine($"  {option.Name + (option.HelpName is null ? "" : " " + option.HelpName),-26}{option.Description}");
        output.WriteLine();
        output.WriteLine("Exit status: 0 done, 1 regression, 2 bad usage, 3 inconclusive, 4 not comparable, 5 a benchmark failed, 70 a fault of the program itself, 128+n ended by signal n.");
        output.WriteLine();
        output.WriteLine("Options of BenchmarkDotNet, all of which work too (--resume is the suite's own, above):");
        string help = BenchmarkDotNetOptions.Help();
        int start = help.IndexOf("  -j, --job", StringComparison.Ordinal);
        output.WriteLine(start < 0 ? help : help[start..].TrimEnd());
        return ExitCode.Ok;
    }

    public static int PrintVersion(TextWriter output)
    {
        output.WriteLine($"Bench {typeof(SuiteHelp).Assembly.GetName().Version?.ToString(3)}, BenchmarkDotNet {typeof(BenchmarkCase).Assembly.GetName().Version?.ToString(3)}");
        return ExitCode.Ok;
    }
}
