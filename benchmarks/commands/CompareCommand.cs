using System.CommandLine;
using Bench.Results;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary><c>compare BASE HEAD</c>: what changed between two runs. It tells; <see cref="GateCommand"/> decides.</summary>
public sealed class CompareCommand : Verb
{
    public override Command Create()
    {
        var @base = new Argument<string>("BASE") { Description = "results folder, *-report-full.json or saved baseline" };
        var head = new Argument<string>("HEAD") { Description = "the same, of the new run" };
        var threshold = RunArguments.Threshold(RunArguments.DefaultThreshold);
        var format = RunArguments.Format();
        var output = RunArguments.Output("write to a file, in one step, instead of printing");
        var relative = RunArguments.Relative();
        var clock = RunArguments.Clock();
        var command = new Command("compare", "Compare two runs") { @base, head, threshold, format, output, relative, clock };
        command.SetAction(parsed => VerbAction.Run(() =>
        {
            var chosen = ComparisonFormat.Named(parsed.GetValue(format)!);
            var pairing = new View(parsed.GetValue(clock), parsed.GetValue(relative))
                .Pair(RunSource.Read(parsed.GetValue(@base)!), RunSource.Read(parsed.GetValue(head)!));
            var judgement = new RegressionJudge(parsed.GetValue(threshold)).Decide(pairing);
            VerbAction.Emit(chosen.Write(judgement), parsed.GetValue(output));
            if (pairing.Pairs.Count == 0)
                return VerbAction.Fail($"no benchmark is in both {pairing.Base.Source} and {pairing.Head.Source}", ExitCode.NotComparable);
            return pairing.EnvironmentsDiffer
                ? VerbAction.Fail("the environments differ in what matters: see the top of the comparison", ExitCode.NotComparable)
                : ExitCode.Ok;
        }));
        return command;
    }
}
