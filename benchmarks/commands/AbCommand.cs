using System.CommandLine;
using Bench.Results.Copies;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary><c>ab --base DIR --head DIR</c>: two built copies launched in turns, judged by paired ratios.</summary>
public sealed class AbCommand : Verb
{
    public override string Example => "ab --base ../old/benchmarks --head .";

    public override Command Create()
    {
        var @base = new Option<string>("--base") { Description = "built copy of the old suite", Required = true, HelpName = "DIR" };
        var head = new Option<string>("--head") { Description = "built copy of the new suite", Required = true, HelpName = "DIR" };
        var filter = RunArguments.Filter();
        var rounds = RunArguments.Rounds(2);
        var threshold = RunArguments.Threshold(RegressionJudge.DefaultPairedThreshold);
        var format = RunArguments.Format();
        var output = RunArguments.Output("write to a file, in one step, instead of printing");
        var files = new VerdictFiles();
        var clock = new ClockOption().OfComparisons();
        var relative = RunArguments.Relative();
        var allowEnvironment = new Option<bool>("--allow-environment-change") { Description = "judge although the environments differ" };
        var allowMissing = new Option<bool>("--allow-missing") { Description = "pass although the new copy lacks benchmarks" };
        var noRepeat = new Option<bool>("--no-repeat") { Description = "measure nothing a second time" };
        var turns = new Option<TurnLength>("--turns")
        {
            Description = "take turns at iterations (both run at once; rows that change settings are left out) or at launches",
            DefaultValueFactory = _ => TurnLength.Iteration,
            HelpName = "iteration|launch",
        };
        var rest = new Argument<string[]>("OPTIONS")
        {
            Description = "after --: options for every launch of both copies",
            Arity = ArgumentArity.ZeroOrMore
        };
        var command = new Command("ab", "Run two built copies in turns and judge the paired ratios")
        {
            @base, head, filter, rounds, threshold, format, output, clock, relative, allowEnvironment, allowMissing, noRepeat, turns, rest,
        };
        foreach (var option in files.Options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            string[] folders = [SuiteCopy.Find(parsed.GetValue(@base)!), SuiteCopy.Find(parsed.GetValue(head)!)];
            int atOnce = parsed.GetValue(turns) == TurnLength.Iteration ? 2 : 1;
            string[] options =
                new LaunchBudget(parsed.GetValue(filter) ?? [], parsed.GetValue(rest) ?? [], atOnce, Console.Error.WriteLine).Options();
            using var old = new SuiteCopy(folders[0], options, Console.Error.WriteLine);
            using var current = new SuiteCopy(folders[1], options, Console.Error.WriteLine);
            using var copies = new PairedCopies(old, current, parsed.GetValue(turns), Console.Error.WriteLine);
            var trial = new PairedTrial(
                copies.Launches,
                new RegressionJudge(parsed.GetValue(threshold), paired: true),
                new View(parsed.GetValue(clock)!.Metric, parsed.GetValue(relative)),
                Console.Error.WriteLine);
            var judgement = trial.Look(parsed.GetValue(filter) ?? [], parsed.GetValue(rounds), cancellation);
            if (!parsed.GetValue(noRepeat))
                judgement = trial.LookAgain(judgement, parsed.GetValue(rounds), cancellation);
            VerbAction.Emit(ComparisonFormat.Named(parsed.GetValue(format)!).Write(judgement), parsed.GetValue(output));
            files.Write(parsed, judgement, parsed.GetValue(allowEnvironment), parsed.GetValue(allowMissing));
            return judgement.Exit(parsed.GetValue(allowEnvironment), parsed.GetValue(allowMissing));
        })));
        return command;
    }
}
