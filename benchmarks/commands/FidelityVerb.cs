using System.CommandLine;
using Bench.Fidelity;
using Bench.Results;

namespace Bench.Commands;

/// <summary>Compares the suite's loops with the same loops in C.</summary>
public sealed class FidelityVerb : Verb
{
    private const int LeastPairs = 12;

    public override string Example => "fidelity --pairs 12";

    public override Command Create()
    {
        var pairs = new Option<int>("--pairs")
        {
            Description = $"Pairs per loop, at least {LeastPairs}",
            HelpName = "N",
            DefaultValueFactory = _ => 24
        };
        pairs.Within(LeastPairs);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var verb = new Command("fidelity", "Compare the loops with the same in C, where there is a cc")
        {
            pairs, json,
        };
        verb.SetAction(parsed => Run(parsed.GetValue(pairs), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(int pairs, bool json)
    {
        if (!OperatingSystem.IsLinux())
            return Skip("needs Linux", json);
        if (CCompiler.Find(Environment.GetEnvironmentVariable("PATH")) is not { } compiler)
            return Skip("needs a C compiler: no cc in PATH", json);

        var table = new FidelityTable(json ? TextWriter.Null : Console.Out);
        table.Head(pairs);
        try
        {
            var result = FidelityRun.Measure(compiler, pairs, table.Line);
            table.Foot(result);
            if (json)
                Console.WriteLine(FidelityJson.Of(result));
            return result.ExitCode;
        }
        catch (CLoopsException e)
        {
            return VerbAction.Fail($"fidelity: {e.Message}", ExitCode.RunFailed);
        }
        catch (InsufficientMemoryException e)
        {
            return VerbAction.Fail($"fidelity: {e.Message}", ExitCode.BadUsage);
        }
    }

    private static int Skip(string reason, bool json)
    {
        Console.WriteLine(json ? FidelityJson.Skipped(reason) : $"fidelity: skipped: {reason}");
        return ExitCode.Ok;
    }
}
