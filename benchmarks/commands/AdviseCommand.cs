using System.CommandLine;
using Bench.Machine;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Judge.Advice;
using Bench.Results.Judge.Advice.Orders;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Show.Advice;

namespace Bench.Commands;

/// <summary><c>advise [RUN…]</c>: which mechanism and size to use on this machine, from what was measured on it.</summary>
public sealed class AdviseCommand : Verb
{
    private const string LastRun = "BenchmarkDotNet.Artifacts";

    public override string Example => "advise --density 20% --order random";

    public override Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = $"results folders, *-report-full.json or saved baselines of one machine (default: {LastRun})",
            Arity = ArgumentArity.ZeroOrMore
        };
        var density = RunArguments.Share("--density", "part of its memory's pages that the program touches, such as 20% or 0.2; 100%: all",
            Question.Usual.Density, d => d is > 0 and <= 1, "above 0 and up to 100%");
        var order = RunArguments.OneOf("--order", "which of them: random; sequential: at equal distances; clustered: next to each other",
            [.. TouchOrder.All.Select(o => o.Name)]);
        var memory = RunArguments.Factor("--memory", "most resident bytes for each byte touched, a multiple of at least 1",
            double.PositiveInfinity, m => m >= 1 && double.IsFinite(m), "a multiple of at least 1, such as 2x,");
        var elsewhere = new Option<bool>("--elsewhere") { Description = "the runs are of another machine, and so is the advice" };
        var clock = new ClockOption().OfOneRun();
        var job = RunInput.JobName();
        var format = RunArguments.OneOf("--format", "how to write it", [.. AdviceFormat.All.Select(f => f.Name)]);
        var output = RunArguments.Output("write to a file, in one step, instead of printing");
        var command = new Command("advise", "Say which mechanism and size to use, and what to type to get it")
        {
            runs, density, order, memory, elsewhere, clock, format, output, job
        };
        command.SetAction(parsed => VerbAction.Run(() =>
        {
            string[] paths = parsed.GetValue(runs) is { Length: > 0 } given ? given : [LastRun];
            var input = new RunInput(parsed.GetValue(job));
            Run[] read = [.. paths.Select(path => By(input.Read(path), parsed.GetValue(clock)!.Metric))];
            if (!parsed.GetValue(elsewhere) && WhyNotHere(read) is { } reason)
                return VerbAction.Fail(reason, ExitCode.NotComparable);
            var question = new Question(parsed.GetValue(density), TouchOrder.All.Single(o => o.Name == parsed.GetValue(order)),
                parsed.GetValue(memory));
            var advice = Adviser.Answer(read, question);
            VerbAction.Emit(AdviceFormat.Named(parsed.GetValue(format)!).Write(advice), parsed.GetValue(output));
            return advice.Refusal is { } refusal ? VerbAction.Fail(refusal, ExitCode.Inconclusive) : ExitCode.Ok;
        }));
        return command;
    }

    private static Run By(Run run, Metric? metric) => metric is null
        ? MetricSet.Of(run).SeeEachByItsOwn(run)
        : MetricSet.Of(run).See(run with { Rows = [.. run.Rows.Where(metric.Means)] }, metric);

    private static string? WhyNotHere(IReadOnlyList<Run> runs)
    {
        var here = MachineEnvironment.Read();
        foreach (var run in runs)
        {
            if (SameMachine.Difference(run.Environment, here) is { } difference)
                return $"{run.Source} is of another machine: {difference.Label} is {difference.First} there, {difference.Other} here "
                    + $"(--elsewhere: advise for that machine)";
            if (!SameMachine.CanTell(run.Environment, here))
                return $"{run.Source} does not say which machine it is of (--elsewhere: advise for that machine)";
        }

        return null;
    }
}
