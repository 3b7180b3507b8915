using System.CommandLine;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Show;

namespace Bench.Commands;

/// <summary><c>repeatability RUN RUN…</c>: by how much the same rows vary from run to run.</summary>
public sealed class RepeatabilityCommand : Verb
{
    private const double DefaultBar = 0.03;

    public override string Example => "repeatability run1 run2 run3";

    public override Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "results folders, *-report-full.json or saved baselines of the same thing",
            Arity = ArgumentArity.OneOrMore
        };
        var threshold = RunArguments.Threshold(DefaultBar, "rows that vary by no more are counted below the table");
        var output = RunArguments.Output("write the table to a file, in one step, instead of printing");
        var job = RunInput.JobName();
        var command = new Command("repeatability", "Say by how much the same rows vary from run to run") { runs, threshold, output, job };
        command.SetAction(parsed => VerbAction.Run(() =>
        {
            var read = new RunInput(parsed.GetValue(job)).Read(parsed.GetValue(runs)!);
            VerbAction.Emit(RepeatabilityTable.Write(Repeatability.Of(read), read.Length, parsed.GetValue(threshold)),
                parsed.GetValue(output));
            return ExitCode.Ok;
        }));
        return command;
    }
}
