using System.CommandLine;
using Bench.Results.Copies;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show;
using Bench.Results.Show.Compare;

namespace Bench.Commands;

/// <summary>
/// <c>ab --base DIR --head DIR</c>: two built copies of a program with BenchmarkDotNet, launched in turns and judged by paired ratios.
/// </summary>
public sealed class AbCommand : Verb
{
    public override string Example => "ab --base ../old --head .";

    // A copy's words reach the terminal as one line.
    private static void Say(string line) => Console.Error.WriteLine(Printable.Line(line));

    public override Command Create()
    {
        var @base = new Option<string>("--base") { Description = "built copy of the old program", Required = true, HelpName = "DIR" };
        var head = new Option<string>("--head") { Description = "built copy of the new program", Required = true, HelpName = "DIR" };
        var assembly = new Option<string?>("--assembly")
        {
            Description = "the program's file, where there are several",
            HelpName = "NAME.dll",
        };
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
            Description = "what copies of this suite take turns at; rows that change settings need launches",
            DefaultValueFactory = _ => TurnLength.Iteration,
            HelpName = "iteration|launch",
        };
        var rest = new Argument<string[]>("OPTIONS")
        {
            Description = "after --: options for every launch of both copies",
            Arity = ArgumentArity.ZeroOrMore
        };
        var command = new Command("ab", "Run two built copies of a program with BenchmarkDotNet in turns and judge the ratios")
        {
            @base, head, assembly, filter, rounds, threshold, format, output, clock, relative, allowEnvironment, allowMissing, noRepeat,
            turns, rest,
        };
        foreach (var option in files.Options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            var old = BuiltProgram.Find(parsed.GetValue(@base)!, parsed.GetValue(assembly));
            var current = BuiltProgram.Find(parsed.GetValue(head)!, parsed.GetValue(assembly));
            string[] options = parsed.GetValue(rest) ?? [];
            using IPair pair = old.IsSuite && current.IsSuite
                ? new SuitePair((old.Folder, current.Folder), parsed.GetValue(filter) ?? [], options, parsed.GetValue(turns), Say)
                : new ProgramPair(old, current, options, Say);
            var trial = new PairedTrial(
                pair.Launches,
                new RegressionJudge(parsed.GetValue(threshold), paired: true),
                new View(parsed.GetValue(clock)!.Metric, parsed.GetValue(relative)),
                Say);
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
