using System.CommandLine;
using System.Diagnostics;
using Bench.Results;
using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Read;
using Bench.Results.Show;

namespace Bench.Commands;

/// <summary><c>calibrate</c>: the suite against itself, to learn what this machine can't tell from noise.</summary>
public sealed class CalibrateCommand : Verb
{
    public override string Example => "calibrate --filter '*Syscall*' -o baseline.json";

    public override Command Create()
    {
        var filter = RunArguments.Filter();
        var rounds = RunArguments.Rounds(Calibration.LeastRounds);
        var output = RunArguments.Output("save the launches and their noise as a baseline");
        var rest =
            new Argument<string[]>("OPTIONS") { Description = "after --: options for every launch", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("calibrate", "Run the suite against itself to learn what noise hides here")
        {
            filter, rounds, output, rest,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            string[] options =
                new LaunchBudget(parsed.GetValue(filter) ?? [], parsed.GetValue(rest) ?? [], atOnce: 1, Console.Error.WriteLine).Options();
            using var copy = new SuiteCopy(AppContext.BaseDirectory, options);
            int count = parsed.GetValue(rounds);
            List<Run> launches = [];
            var clock = Stopwatch.StartNew();
            while (launches.Count < count)
            {
                launches.Add(copy.Launch(parsed.GetValue(filter) ?? [], cancellation));
                Console.Error.WriteLine($"round {launches.Count} of {count}; {LaunchTurns.TimeLeft(clock.Elapsed, launches.Count, count)}");
            }

            var run = Calibration.Learn(LaunchSet.Merge(launches));
            VerbAction.Emit(CalibrationTable.Write(run), null);
            if (parsed.GetValue(output) is { } file)
                VerbAction.Emit(BaselineFile.Write(run), file);
            return ExitCode.Ok;
        })));
        return command;
    }
}
