using System.CommandLine;
using System.Globalization;
using Bench.Interop;
using Bench.Machine;
using Bench.Machine.Facts;
using Bench.Planning;
using Bench.Results;
using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Show.Compare;
using Bench.Selecting;

namespace Bench.Commands;

/// <summary><c>gate --baseline FILE HEAD</c>: the comparison as an exit code.</summary>
public sealed class GateCommand : Verb
{
    public override string Example => "gate --baseline baseline.json BenchmarkDotNet.Artifacts";

    public override Command Create()
    {
        var baseline = new Option<string>("--baseline") { Description = "saved baseline, or any run", Required = true, HelpName = "FILE" };
        var head = new Argument<string>("HEAD") { Description = "results folder, *-report-full.json or saved baseline" };
        var threshold = RunArguments.Threshold(RegressionJudge.DefaultThreshold);
        var allowEnvironment = new Option<bool>("--allow-environment-change") { Description = "judge although the environments differ" };
        var allowMissing = new Option<bool>("--allow-missing") { Description = "pass although benchmarks of the baseline are missing" };
        var repeat = new Option<int>("--repeat")
        {
            Description =
                "before failing, measure suspicious rows again in N launches (3 or more), where HEAD is of this build and machine; "
                + "0: never",
            DefaultValueFactory = _ => Repeat.DefaultLaunches,
            HelpName = "N",
        }.Within(0, whyNot: launches => launches is 0 or >= RegressionJudge.LeastLaunches ? null
            : $"fewer than {RegressionJudge.LeastLaunches} launches decide nothing; 0 measures nothing again");
        var output = RunArguments.Output("write to a file, in one step, instead of printing");
        var format = RunArguments.Format();
        var files = new VerdictFiles();
        var relative = RunArguments.Relative();
        var clock = new ClockOption().OfComparisons();
        var job = RunInput.JobName();
        var command = new Command("gate", "Fail when a run is slower than a baseline")
        {
            baseline, head, threshold, allowEnvironment, allowMissing, repeat, format, output, relative, clock, job,
        };
        foreach (var option in files.Options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            var view = new View(parsed.GetValue(clock)!.Metric, parsed.GetValue(relative));
            var input = new RunInput(parsed.GetValue(job));
            var run = input.Read(parsed.GetValue(head)!);
            var judge = new RegressionJudge(parsed.GetValue(threshold));
            var judgement = judge.Decide(view.Pair(input.Read(parsed.GetValue(baseline)!), run));
            if (parsed.GetValue(repeat) is > 0 and var launches && judgement.Suspicious.Count > 0)
                judgement = MeasureAgain(judge, judgement, run, view, launches, cancellation);
            VerbAction.Emit(ComparisonFormat.Named(parsed.GetValue(format)!).Write(judgement), parsed.GetValue(output));
            files.Write(parsed, judgement, parsed.GetValue(allowEnvironment), parsed.GetValue(allowMissing));
            return judgement.Exit(parsed.GetValue(allowEnvironment), parsed.GetValue(allowMissing));
        })));
        return command;
    }

    private static Judgement MeasureAgain(RegressionJudge judge, Judgement judgement, Run run, View view, int launches,
        CancellationToken cancellation)
    {
        if (Value(run, BuildFact.Name) != BuildFact.Id)
            return judgement with
            {
                Notes = [.. judgement.Notes,
                    "the suspicious benchmarks were not measured again: the new run is of another build of the suite than this one"]
            };
        if (run.Rows.Any(row => row.Job is not null))
            return judgement with
            {
                Notes = [.. judgement.Notes,
                    "the suspicious benchmarks were not measured again: the new run is of several jobs, and a launch is of one"]
            };
        if (RegionOf(run) is not { } region)
            return judgement with
            {
                Notes = [.. judgement.Notes, "the suspicious benchmarks were not measured again: the new run's region is no size"]
            };
        using var copy = new SuiteCopy(AppContext.BaseDirectory, [.. region, .. IterationsOf(run, judgement)]);
        return new Repeat((filters, count) => Value(run, RunFacts.Toolchain) == RunFacts.InProcess
            ? LaunchSet.Merge([.. Enumerable.Range(0, count).Select(_ => copy.Launch(filters, cancellation))])
            : copy.LaunchRounds(filters, count, cancellation), view, Console.Error.WriteLine, KnownRows.All()).Confirm(judge, judgement,
                launches);
    }

    // A report's text is never an option: a size is read, and written anew.
    private static string[]? RegionOf(Run run) => Value(run, RunFacts.Region) is null ? []
        : run.BytesOf(RunFacts.Region) is > 0 and var bytes ? ["--region", new ByteSize(bytes).ToString()] : null;

    // A launch is as long as one of the run that it confirms.
    private static string[] IterationsOf(Run run, Judgement judgement)
    {
        BenchmarkRow[] rows = [.. run.Rows.Where(row => judgement.Suspicious.Contains(row.FullName))];
        return rows.Length == 0 ? [] : ["--iterationCount", PlanOfRun.IterationsOf(rows).ToString(CultureInfo.InvariantCulture)];
    }

    private static string? Value(Run run, string key) => run.Environment.FirstOrDefault(fact => fact.Key == key)?.Value;
}
