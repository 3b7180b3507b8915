using System.CommandLine;
using Bench.Results;
using Bench.Results.Judge;
using Bench.Results.Measure;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary><c>gate --baseline FILE HEAD</c>: the comparison as an exit code.</summary>
public sealed class GateCommand : Verb
{
    public override Command Create()
    {
        var baseline = new Option<string>("--baseline") { Description = "saved baseline, or any run", Required = true, HelpName = "FILE" };
        var head = new Argument<string>("HEAD") { Description = "results folder, *-report-full.json or saved baseline" };
        var threshold = RunArguments.Threshold(RunArguments.DefaultThreshold);
        var allowEnvironment = new Option<bool>("--allow-environment-change") { Description = "judge although the environments differ" };
        var allowMissing = new Option<bool>("--allow-missing") { Description = "pass although benchmarks of the baseline are missing" };
        var repeat = new Option<int>("--repeat")
        {
            Description = "before failing, run the suspicious benchmarks again with this build, in N launches, and let the fresh numbers decide; only where this build on this machine is what HEAD measured",
            HelpName = "N",
        }.AtLeast(2);
        var output = RunArguments.Output("write the markdown to a file, in one step, instead of printing");
        var relative = RunArguments.Relative();
        var clock = RunArguments.Clock();
        var command = new Command("gate", "Fail when a run is slower than a baseline") { baseline, head, threshold, allowEnvironment, allowMissing, repeat, output, relative, clock };
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            var isRelative = parsed.GetValue(relative);
            var isClock = parsed.GetValue(clock);
            var pairing = Pairing.Of(
                RunArguments.View(RunSource.Read(parsed.GetValue(baseline)!), isClock, isRelative),
                RunArguments.View(RunSource.Read(parsed.GetValue(head)!), isClock, isRelative));
            var judge = new RegressionJudge(parsed.GetValue(threshold));
            var judgement = judge.Decide(pairing);
            if (parsed.GetValue(repeat) is > 0 and var launches && judgement.Suspicious.Count > 0)
                judgement = Repeat(judge, judgement, launches, run => RunArguments.View(run, isClock, isRelative), [.. judgement.WithReferences(judgement.Suspicious, isRelative)], cancellation);
            VerbAction.Emit(MarkdownComparison.Write(judgement), parsed.GetValue(output));
            return judgement.Exit(parsed.GetValue(allowEnvironment), parsed.GetValue(allowMissing));
        })));
        return command;
    }

    private static Judgement Repeat(RegressionJudge judge, Judgement judgement, int launches, Func<Run, Run> view, string[] filters, CancellationToken cancellation)
    {
        Console.Error.WriteLine($"{judgement.Suspicious.Count} suspicious, running again {launches} times: {string.Join(", ", judgement.Suspicious)}");
        try
        {
            using var copy = new SuiteCopy(AppContext.BaseDirectory, []);
            var again = view(LaunchSet.Merge([.. Enumerable.Range(0, launches).Select(_ => copy.Launch(filters, cancellation))]));
            return SecondLook.Confirm(judge, judgement, again);
        }
        catch (LaunchException e)
        {
            return judgement with { Notes = [.. judgement.Notes, $"the suspicious benchmarks could not be repeated: {e.Message}"] };
        }
    }
}
