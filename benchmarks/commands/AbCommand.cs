using System.CommandLine;
using Bench.Results.Copies;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary>
/// <c>ab --base DIR --head DIR</c>: two built copies of a program with BenchmarkDotNet, or two commands, launched in turns and judged by
/// paired ratios.
/// </summary>
public sealed class AbCommand : Verb
{
    public override string Example => "ab --base ../old --head .";

    public override Command Create()
    {
        var sides = new AbSides();
        var rounds = RunArguments.Rounds(2);
        var threshold = RunArguments.Threshold(RegressionJudge.DefaultPairedThreshold);
        var format = RunArguments.Format();
        var output = RunArguments.Output("write to a file, in one step, instead of printing");
        var files = new VerdictFiles();
        var clock = new ClockOption().OfComparisons();
        var relative = RunArguments.Relative();
        var environment = new Option<bool>("--allow-environment-change") { Description = "judge although the environments differ" };
        var missing = new Option<bool>("--allow-missing") { Description = "pass although the new copy lacks benchmarks" };
        var noRepeat = new Option<bool>("--no-repeat") { Description = "measure nothing a second time" };
        var command = new Command("ab", "Run two built copies, or two commands, in turns and judge the ratios");
        sides.AddTo(command);
        foreach (var option in new Option[] { rounds, threshold, format, output, clock, relative, environment, missing, noRepeat })
            command.Options.Add(option);
        foreach (var option in files.Options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            using var pair = sides.Open(parsed, Say);
            var trial = new PairedTrial(
                pair.Launches,
                new RegressionJudge(parsed.GetValue(threshold), paired: true),
                new View(parsed.GetValue(clock)!.Metric, parsed.GetValue(relative)),
                Say);
            var judgement = trial.Look(parsed.GetValue(sides.Filter) ?? [], parsed.GetValue(rounds), cancellation);
            if (!parsed.GetValue(noRepeat))
                judgement = trial.LookAgain(judgement, parsed.GetValue(rounds), cancellation);
            judgement = judgement with { Notes = [.. judgement.Notes, .. pair.Notes] };
            VerbAction.Emit(ComparisonFormat.Named(parsed.GetValue(format)!).Write(judgement), parsed.GetValue(output));
            files.Write(parsed, judgement, parsed.GetValue(environment), parsed.GetValue(missing));
            return judgement.Exit(parsed.GetValue(environment), parsed.GetValue(missing));
        })));
        return command;
    }

    // A copy's words reach the terminal as one line.
    private static void Say(string line) => Console.Error.WriteLine(Printable.Line(line));
}
