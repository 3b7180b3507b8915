using System.CommandLine;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary>
/// <c>compare RUN RUN…</c>: two runs are judged, the second against the first; more, or with <c>--normalise</c>, are laid side by side. It
/// tells; <see cref="GateCommand"/> decides.
/// </summary>
public sealed class CompareCommand : Verb
{
    public override string Example => "compare baseline.json BenchmarkDotNet.Artifacts";

    public override Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "results folders, *-report-full.json or saved baselines: BASE HEAD, or any number",
            Arity = ArgumentArity.OneOrMore
        };
        var threshold = RunArguments.Threshold(RegressionJudge.DefaultThreshold);
        var format = RunArguments.Format();
        var output = RunArguments.Output("write to a file, in one step, instead of printing");
        var relative = RunArguments.Relative();
        var clock = new ClockOption().OfComparisons();
        var normalise = RunArguments.Normalise();
        var job = RunInput.JobName();
        var command = new Command("compare", "Compare runs: two are judged, more are laid side by side")
        {
            runs, threshold, format, output, relative, clock, normalise, job
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(runs) is not { Length: >= 2 })
                result.AddError("two runs or more are needed: BASE HEAD, or RUN RUN RUN…");
        });
        command.SetAction(parsed => VerbAction.Run(() =>
        {
            var chosen = ComparisonFormat.Named(parsed.GetValue(format)!);
            var view = new View(parsed.GetValue(clock)!.Metric, parsed.GetValue(relative));
            var read = new RunInput(parsed.GetValue(job)).Read(parsed.GetValue(runs)!);
            string? reference = parsed.GetValue(normalise);
            if (read.Length == 2 && reference is null)
                return Judge(view.Pair(read[0], read[1]), parsed.GetValue(threshold), chosen, parsed.GetValue(output));
            if (chosen.WriteMany is not { } write)
                return VerbAction.Fail($"--format {chosen.Name} holds one run's numbers: give it two runs, BASE HEAD", ExitCode.BadUsage);
            VerbAction.Emit(
                write(
                    Normalised.To(SideBySide.Of([.. read.Select(run => view.Of(MetricSet.Of(run).See(run, view.Metric)))]),
                        reference ?? SideBySide.First)), parsed.GetValue(output));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static int Judge(Pairing pairing, double threshold, ComparisonFormat format, FileInfo? output)
    {
        VerbAction.Emit(format.Write(new RegressionJudge(threshold).Decide(pairing)), output);
        if (pairing.Pairs.Count == 0)
            return VerbAction.Fail($"no benchmark is in both {pairing.Base.Source} and {pairing.Head.Source}", ExitCode.NotComparable);
        return pairing.EnvironmentsDiffer
            ? VerbAction.Fail("the environments differ in what matters: see the top of the comparison", ExitCode.NotComparable)
            : ExitCode.Ok;
    }
}
