using System.CommandLine;
using Bench.Results.Judge;
using Bench.Results.Measure;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary><c>ab --base DIR --head DIR</c>: two built copies launched in turns, judged by paired ratios.</summary>
public sealed class AbCommand : Verb
{
    /// <inheritdoc/>
    public override Command Create()
    {
        var @base = new Option<string>("--base") { Description = "built copy of the old suite", Required = true, HelpName = "DIR" };
        var head = new Option<string>("--head") { Description = "built copy of the new suite", Required = true, HelpName = "DIR" };
        var filter = RunArguments.Filter();
        var rounds = RunArguments.Rounds(2);
        var threshold = RunArguments.Threshold(RunArguments.DefaultPairedThreshold);
        var format = RunArguments.Format();
        var output = RunArguments.Output("write the comparison to a file, in one step, instead of printing");
        var clock = RunArguments.Clock();
        var relative = RunArguments.Relative();
        var allowEnvironment = new Option<bool>("--allow-environment-change") { Description = "judge although the environments differ" };
        var allowMissing = new Option<bool>("--allow-missing") { Description = "pass although the new copy lacks benchmarks" };
        var noRepeat = new Option<bool>("--no-repeat") { Description = "don't measure suspicious benchmarks a second time before failing" };
        var rest = new Argument<string[]>("OPTIONS") { Description = "after --: options for every launch of both copies", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("ab", "Run two built copies in turns and judge the paired ratios")
        {
            @base, head, filter, rounds, threshold, format, output, clock, relative, allowEnvironment, allowMissing, noRepeat, rest,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            using var old = new SuiteCopy(parsed.GetValue(@base)!, parsed.GetValue(rest) ?? []);
            using var current = new SuiteCopy(parsed.GetValue(head)!, parsed.GetValue(rest) ?? []);
            var turns = new Interleaving(old, current, Console.Error.WriteLine);
            var judge = new RegressionJudge(parsed.GetValue(threshold), paired: true);
            Judgement Measure(IReadOnlyCollection<string> filters)
            {
                var (oldRun, newRun) = turns.Run(filters, parsed.GetValue(rounds), cancellation);
                return judge.Decide(Pairing.Of(
                    RunArguments.View(oldRun, parsed.GetValue(clock), parsed.GetValue(relative)),
                    RunArguments.View(newRun, parsed.GetValue(clock), parsed.GetValue(relative))));
            }

            var judgement = Measure(parsed.GetValue(filter) ?? []);
            var suspicious = judgement.Suspicious;
            if (suspicious.Count > 0 && !parsed.GetValue(noRepeat))
            {
                Console.Error.WriteLine($"{suspicious.Count} suspicious, measuring again: {string.Join(", ", suspicious)}");
                judgement = SecondLook.Confirm(judgement, Measure([.. judgement.WithReferences(suspicious, parsed.GetValue(relative))]));
            }

            VerbAction.Emit(ComparisonFormat.Named(parsed.GetValue(format)!).Write(judgement), parsed.GetValue(output));
            return judgement.Exit(parsed.GetValue(allowEnvironment), parsed.GetValue(allowMissing));
        })));
        return command;
    }
}
