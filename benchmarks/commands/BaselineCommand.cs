using System.CommandLine;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Read;

namespace Bench.Commands;

/// <summary><c>baseline save HEAD -o FILE</c>: keeps a run as one small file.</summary>
public sealed class BaselineCommand : Verb
{
    public override string Example => "baseline save BenchmarkDotNet.Artifacts -o baseline.json";

    public override Command Create()
    {
        var head = new Argument<string>("HEAD") { Description = "results folder or *-report-full.json" };
        var output = new Option<FileInfo>("--output", "-o") { Description = "the file to write", Required = true, HelpName = "FILE" };
        var calibration =
            new Option<string?>("--calibration") { Description = "take the noise from this calibrated baseline", HelpName = "FILE" };
        var job = RunInput.JobName();
        var save = new Command("save", "Keep a run as a baseline: raw per-launch medians, spread, environment, calibration")
        {
            head, output, calibration, job
        };
        save.SetAction(parsed => VerbAction.Run(() =>
        {
            var input = new RunInput(parsed.GetValue(job));
            var run = input.Read(parsed.GetValue(head)!);
            if (parsed.GetValue(calibration) is { } path)
                run = Calibration.Adopt(run, input.Read(path));
            VerbAction.Emit(BaselineFile.Write(run), parsed.GetValue(output));
            Console.WriteLine($"{Counted.Describe(run.Rows.Count, "row")} saved to {parsed.GetValue(output)}");
            return ExitCode.Ok;
        }));
        return new Command("baseline", "Keep a run as a small file to judge later ones by") { save };
    }
}
