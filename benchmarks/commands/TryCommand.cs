using System.CommandLine;
using System.Runtime.Versioning;
using Bench.Interop.Children;
using Bench.Interop.Files;
using Bench.Interop.Processes;
using Bench.Interop.Scheduling;
using Bench.Planning;
using Bench.Results;
using Bench.Results.Judge;
using Bench.Results.Judge.Tries;
using Bench.Results.Metrics;
using Bench.Results.Show.Tries;
using Bench.Results.Tries;
using Bench.Settings;
using Bench.Trying;

namespace Bench.Commands;

/// <summary><c>try -- COMMAND ARG…</c>: a command under each page setting that this machine can give, and which one to use.</summary>
public sealed class TryCommand : Verb
{
    // Of a command that the user ended, as a shell has it.
    private const int Interrupted = 130;

    public override string Example => "try -- sort -S 1G big.txt";

    public override Command Create()
    {
        var rounds = new Option<int?>("--rounds")
        {
            Description = $"rounds judged: of the best two settings and today's; without it {RoundCounts.FewestJudged}, and up to "
                + $"{RoundCounts.MostJudged} of a command that is soon over",
            HelpName = "N",
        };
        rounds.Within(2);
        var threshold = RunArguments.Threshold(RegressionJudge.DefaultPairedThreshold, "a smaller gain is none");
        var clock = RunArguments.OneOf("--clock", "the time judged; auto: cpu of a command that keeps one processor busy, else wall",
            [MetricSet.Auto, .. JudgedTime.Names]);
        var markdown = File("--markdown", "also write it as markdown");
        var json = File("--json", "also write all that was measured for other programs");
        var page = File("--page", "also write a page with a figure of time against memory");
        var memory = RunArguments.Factor("--memory", "most memory that a recommended setting may take, as a multiple of today's",
            double.PositiveInfinity, factor => factor is >= 1 and < 1000, "a multiple from 1x to 1000x");
        memory.HelpName = "1.5x";
        var prepare = Text("--prepare", "a shell's line to run before each launch, off the clock", "LINE");
        var timeout = Timeout();
        var input = Text("--input", "file that the command reads; without it, nothing", "FILE");
        var sameOutput = new Option<bool>("--same-output") { Description = "stop where the command writes something else than at first" };
        var showOutput = new Option<bool>("--show-output") { Description = "show what the command writes" };
        var settings = Text("--settings", "what to try besides today's setting, as --dry-run names it; without it, all", "NAME,…");
        var user = Text("--as", "run the command as this user; without it, under sudo as whoever typed it", "USER");
        var dry = new Option<bool>("--dry-run") { Description = "print what would be changed and run" };
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "after --: the command and its arguments",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("try", "Try a command under each page setting, and say which one to use")
        {
            rounds, threshold, clock, memory, prepare, timeout, input, sameOutput, showOutput, settings, user, dry,
            markdown, json, page, words,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => VerbAction.Run(() =>
        {
            if (!OperatingSystem.IsLinux())
                return VerbAction.Fail("try: needs Linux", ExitCode.BadUsage);
            double limit = parsed.GetValue(memory);
            var options = new TryOptions
            {
                Rounds = parsed.GetValue(rounds),
                Prepare = parsed.GetValue(prepare),
                Timeout = parsed.GetValue(timeout),
                Input = parsed.GetValue(input),
                SameOutput = parsed.GetValue(sameOutput),
                ShowOutput = parsed.GetValue(showOutput),
                MemoryLimit = double.IsFinite(limit) ? limit : null,
                Clock = parsed.GetValue(clock)!,
                Settings = parsed.GetValue(settings)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
            };
            if (TriedProgram.Find(parsed.GetValue(words)!, AccountOf(parsed.GetValue(user)), out string whyNot) is not { } program)
                return VerbAction.Fail(whyNot, ExitCode.BadUsage);
            return parsed.GetValue(dry) ? Plan(program, options) : Try(program, options, parsed.GetValue(threshold), Write, cancellation);

            void Write(Recommendation found)
            {
                VerbAction.Emit(TryText.Of(found), null);
                Also(markdown, () => TryText.Markdowned(found, program.Shown));
                Also(json, () => JsonTry.Write(found));
                Also(page, () => TryPage.Write(found, program.Shown));
            }

            void Also(Option<FileInfo?> option, Func<string> text)
            {
                if (parsed.GetValue(option) is { } file)
                    VerbAction.Emit(text(), file);
            }
        })));
        return command;
    }

    [SupportedOSPlatform("linux")]
    private static int Plan(TriedProgram program, TryOptions options)
    {
        VerbAction.Emit(DryRunText.Of(program, options, ChoiceOf(program, options), MemoryWatch.Find().Heading), null);
        return ExitCode.Ok;
    }

    [SupportedOSPlatform("linux")]
    private static int Try(
        TriedProgram program, TryOptions options, double threshold, Action<Recommendation> write, CancellationToken cancellation)
    {
        if (options.Input is { } input)
            System.IO.File.OpenHandle(input).Dispose();
        using var guard = Guard();
        // After the guard has put back what a killed run left.
        var choice = ChoiceOf(program, options);
        var memory = MemoryWatch.Find();
        using var janitor = GroupJanitor.Start();
        using var libraries = new PreloadFolder();
        var launcher = new Launcher(program, options, guard, memory, libraries, janitor);
        Launcher.Adopt();
        using var atEnd = new ExitHooks(launcher.Kill);
        var attempt = new Trial(program, options, launcher, memory.Heading, Console.Error.WriteLine).Run(choice, cancellation);
        if (attempt.Stopped is null || attempt.Today.Shown.Count > 0)
            write(Recommendation.Of(attempt, threshold));
        return attempt.Stopped is null ? ExitCode.Ok
            : VerbAction.Fail(attempt.Stopped, attempt.IsInterrupted ? Interrupted : ExitCode.RunFailed);
    }

    [SupportedOSPlatform("linux")]
    private static SettingsGuard? Guard() => TransparentHugePages.Read() is null ? null
        : SettingsGuard.TryAcquire(SettingsGuard.LongestWait, Console.Error.WriteLine, out string reason) ?? throw new IOException(reason);

    [SupportedOSPlatform("linux")]
    private static SettingChoice ChoiceOf(TriedProgram program, TryOptions options)
    {
        bool off = Prctl.prctl(Prctl.PR_GET_THP_DISABLE, 0, 0, 0, 0) == 1;
        return SettingChoice.Of(new Situation(TransparentHugePages.Read(), program, off), options.Settings);
    }

    // Programs such as databases refuse root, and only the settings need it.
    [SupportedOSPlatform("linux")]
    private static Account? AccountOf(string? asked)
    {
        bool isRoot = Unistd.geteuid() == 0;
        string? name = asked ?? (isRoot ? Environment.GetEnvironmentVariable("SUDO_USER") : null);
        if (name is null || name == Environment.UserName)
            return null;
        if (!isRoot)
            throw new IOException($"--as {name}: only root can run a command as another user");
        return Account.Find(name) ?? throw new IOException($"--as {name}: there is no such user");
    }

    private static Option<FileInfo?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static Option<string?> Text(string name, string description, string value) =>
        new(name) { Description = description, HelpName = value };

    private static Option<TimeSpan?> Timeout() => new("--timeout")
    {
        Description = "stop where a launch takes longer",
        HelpName = "TIME",
        CustomParser = result =>
        {
            string text = result.Tokens is [var token] ? token.Value : "";
            if (Budget.Parse(text, out _)?.Time is { } time)
                return time;
            result.AddError($"--timeout {text}: a time such as 30s, 5min or 1h was expected");
            return null;
        },
    };
}
