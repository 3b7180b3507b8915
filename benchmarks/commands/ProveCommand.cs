using System.CommandLine;
using System.Diagnostics;
using Bench.Results;
using Bench.Results.Copies;
using Bench.Results.Prove;

namespace Bench.Commands;

/// <summary><c>prove</c>: how often ab and gate raise a false alarm on this machine, and how often they find a planted slow-down.</summary>
public sealed class ProveCommand : Verb
{
    // More than that the planted benchmark refuses.
    private const int MostPercent = 1000;

    private static readonly string[] DefaultFilter = ["*.Syscall.FunctionCall", "*.Syscall.Getpid", "*.Syscall.ReadDevZero"];

    // Short launches: what counts is how many there are.
    private static readonly string[] DefaultOptions = ["--leave-settings", "--warmupCount", "1", "--iterationTime", "20"];
    private static readonly string[] Iterations = ["--iterationCount", "6"];

    public override string Example => "prove --ab 10 --gate 20 --power 10";

    public override Command Create()
    {
        var folder = new Option<string>("--folder")
        {
            Description = "where trials and copies are kept; an unfinished study in it is taken up",
            DefaultValueFactory = _ => "BenchmarkDotNet.Artifacts/proof",
            HelpName = "DIR"
        };
        var ab = Trials("--ab", "ab trials of identical code", 30);
        var gate = Trials("--gate", "gate trials of identical code", 60);
        var power = Trials("--power", "ab trials of each planted slow-down", 20);
        var gatePower = new Option<int?>("--gate-power")
        {
            Description = "gate trials of each planted slow-down (default: as many as --power)",
            HelpName = "N"
        }.Within(0);
        var planted = RunArguments.Percents("--planted", "slow-downs planted, as shares of whole percents", [10, 5], MostPercent);
        var plant = RunArguments.OneOf("--plant",
            "what is made slower: a loop that never enters the kernel (Spin), or system calls (Calls)",
            [PlantedCopy.Spin, PlantedCopy.Calls]);
        var filter = RunArguments.Filter();
        var rounds = RunArguments.Rounds(3);
        var command = new Command("prove", "Count false alarms and missed slow-downs of ab and gate (hours)")
        {
            folder, ab, gate, power, gatePower, planted, plant, filter, rounds,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            string place = Directory.CreateDirectory(parsed.GetValue(folder)!).FullName;
            var log = new TrialLog(Path.Combine(place, "trials.jsonl"));
            string work = parsed.GetValue(plant)!;
            string[] filters = parsed.GetValue(filter) is { Length: > 0 } asked ? asked : [$"*.Planted.{work}", .. DefaultFilter];
            var study = new Study(place, AppContext.BaseDirectory, work, filters, parsed.GetValue(rounds), Options(filters), Pair,
                Console.Error.WriteLine);
            Dictionary<(TrialKind Kind, int Planted), int> wanted =
                new() { [(TrialKind.Ab, 0)] = parsed.GetValue(ab), [(TrialKind.Gate, 0)] = parsed.GetValue(gate) };
            foreach (int percent in parsed.GetValue(planted)!.Where(percent => percent > 0))
            {
                wanted[(TrialKind.Ab, percent)] = parsed.GetValue(power);
                wanted[(TrialKind.Gate, percent)] = parsed.GetValue(gatePower) ?? parsed.GetValue(power);
            }
            Make(study, log, work, wanted, cancellation);
            string table = ProofTable.Write(log.Read());
            VerbAction.Emit(table, new FileInfo(Path.Combine(place, "table.md")));
            VerbAction.Emit(table, null);
            return ExitCode.Ok;
        })));
        return command;
    }

    private static Option<int> Trials(string name, string description, int usual) =>
        new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "N" }.Within(0);

    // A region of pages fits the budget; iterations are few anyway.
    private static string[] Options(string[] filters)
    {
        string[] options = new LaunchBudget(filters, DefaultOptions, atOnce: 2, Console.Error.WriteLine).Options();
        int count = Array.IndexOf(options, Iterations[0]);
        return [.. count < 0 ? options : options[..count], .. Iterations];
    }

    private static (IPairedLaunches Launches, IDisposable Hold) Pair(SuiteCopy old, SuiteCopy current)
    {
        // Only waiting is worth a line: a trial says by itself when it is done.
        var copies = new PairedCopies(old, current, TurnLength.Iteration, line =>
        {
            if (line.StartsWith("waiting ", StringComparison.Ordinal))
                Console.Error.WriteLine(line);
        });
        return (copies.Launches, copies);
    }

    /// <summary>Always the kind that is furthest behind, so that all of them see all hours of the study.</summary>
    private static void Make(Study study, TrialLog log, string work, Dictionary<(TrialKind Kind, int Planted), int> wanted,
        CancellationToken cancellation)
    {
        var made = log.Read().Where(trial => trial.Work == work).GroupBy(trial => (trial.Kind, trial.Planted))
            .ToDictionary(group => group.Key, group => group.Count());
        int Left((TrialKind, int) kind) => Math.Max(0, wanted[kind] - made.GetValueOrDefault(kind));
        int total = wanted.Keys.Sum(Left);
        var clock = Stopwatch.StartNew();
        for (int done = 1; done <= total; done++)
        {
            var kind = wanted.Keys.Where(kind => Left(kind) > 0).MaxBy(kind => (double)Left(kind) / wanted[kind]);
            var trial = kind.Kind == TrialKind.Ab ? study.Ab(kind.Planted, cancellation) : study.Gate(kind.Planted, cancellation);
            log.Add(trial);
            made[kind] = made.GetValueOrDefault(kind) + 1;
            var alarms = trial.Alarms.First().Value;
            Console.Error
                .WriteLine(
                    $"[{done,3}/{total}] {trial.Kind} {trial.Planted} %: {(alarms.Count == 0 ? "no alarm" : string.Join(", ", alarms))}, "
                        + $"{trial.Seconds:0} s; {LaunchTurns.TimeLeft(clock.Elapsed, done, total)}");
        }
    }
}
