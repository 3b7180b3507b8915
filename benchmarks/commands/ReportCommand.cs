using System.CommandLine;
using Bench.Journaling;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Pair;
using Bench.Results.Show.Figures;
using Bench.Results.Show.Page;

namespace Bench.Commands;

/// <summary><c>report RUN…</c>: one self-contained page, and the figures as files.</summary>
public sealed class ReportCommand : Verb
{
    public override string Example => "report BenchmarkDotNet.Artifacts -o report.html";

    public override Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "results folders, *-report-full.json, saved baselines or the journals of runs that stopped",
            Arity = ArgumentArity.OneOrMore
        };
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "the page",
            DefaultValueFactory = _ => new FileInfo("report.html"),
            HelpName = "FILE"
        };
        var figures =
            new Option<DirectoryInfo?>("--figures") { Description = "also write the figures as SVG files here", HelpName = "DIR" };
        var normalise = RunArguments.Normalise();
        var notes = new Option<string[]>("--note")
        {
            Description = "a line for the top of the page, such as which machine is missing; several are allowed",
            HelpName = "TEXT"
        };
        var job = RunInput.JobName();
        var command = new Command("report", "Write one self-contained page about one run or several")
        {
            runs, output, figures, normalise, notes, job,
        };
        command.SetAction(parsed => VerbAction.Run(() =>
        {
            // A run that was killed is its folder's newest one.
            var read = new RunInput(parsed.GetValue(job)).Read(
                parsed.GetValue(runs)!.Select(run => StoppedRuns.Recover(run, Console.WriteLine).LastOrDefault(run)));
            VerbAction.Emit(ReportPage.Write(read, parsed.GetValue(normalise) ?? SideBySide.First, parsed.GetValue(notes)),
                parsed.GetValue(output));
            Console.WriteLine($"Report: {parsed.GetValue(output)}");
            if (parsed.GetValue(figures) is { } folder)
                foreach (string file in FigureFiles.Write(folder.FullName, read))
                    Console.WriteLine($"Figure: {file}");
            return ExitCode.Ok;
        }));
        return command;
    }
}
