using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Launching;
using Bench.Machine;
using Bench.Machine.Readers;
using Bench.Results;
using Bench.Results.Copies;
using Bench.Results.Judge.Tries;
using Bench.Results.Tries;

namespace Bench.Trying;

/// <summary>
/// Launches a command under page settings in turns: a warm-up, a few rounds over all of them, and more of the best two and today's, which
/// alone are judged: choosing the best and judging it by the same launches would flatter it.
/// </summary>
/// <param name="program">The command.</param>
/// <param name="options">How it is tried.</param>
/// <param name="launcher">Launches it.</param>
/// <param name="memory">What its memory is: heading of the column.</param>
/// <param name="say">Takes one line of progress.</param>
[SupportedOSPlatform("linux")]
internal sealed class Trial(TriedProgram program, TryOptions options, Launcher launcher, string memory, Action<string> say)
{
    private readonly Stopwatch clock = new();
    private int done, planned;

    /// <summary>Tries them. What stops it before its end is in the result, with the rounds that were finished.</summary>
    public Attempt Run(SettingChoice choice, CancellationToken cancellation)
    {
        var settings = choice.Tried.Select(setting => setting.Begin(program.Shown)).ToList();
        var begun = new Attempt
        {
            Command = program.Arguments,
            User = program.Account?.Name ?? OwnName(),
            Began = DateTimeOffset.UtcNow,
            Environment = MachineEnvironment.Read(),
            Memory = memory,
            Clock = options.Clock,
            MemoryLimit = options.MemoryLimit,
            Settings = settings,
            LeftOut = choice.LeftOut,
        };
        string? stopped = null;
        bool interrupted = false;
        try
        {
            (choice, var rounds) = WarmUp(choice, cancellation);
            settings.RemoveAll(setting => choice.Tried.All(tried => tried.Id != setting.Id));
            Rounds("of all", rounds.Look, choice.Tried, settings, Look, cancellation);
            var finalists = rounds.Look > 0 ? FinalistsOf(choice.Tried, settings) : choice.Tried;
            if (finalists.Count > 1)
                Rounds("of the best", rounds.Judged, finalists, settings, Judge, cancellation);
        }
        catch (StoppedException e)
        {
            stopped = e.Message;
        }
        catch (OperationCanceledException)
        {
            (stopped, interrupted) = ("interrupted", true);
        }
        return begun with
        {
            LeftOut = choice.LeftOut,
            Stopped = stopped,
            IsInterrupted = interrupted,
            ExitStatus = launcher.ExitStatus,
            Notes = [.. Notes()],
        };
    }

    // A container's user may be in no database, and there may be none (passwd(5)).
    private static string OwnName()
    {
        try
        {
            return Environment.UserName;
        }
        catch (IOException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"user {Unistd.geteuid()}");
        }
    }

    private static TriedSetting Look(TriedSetting setting, TriedLaunch launch) => setting with { Looked = [.. setting.Looked, launch] };

    private static TriedSetting Judge(TriedSetting setting, TriedLaunch launch) => setting with { Judged = [.. setting.Judged, launch] };

    private IReadOnlyList<OfferedSetting> FinalistsOf(IReadOnlyList<OfferedSetting> tried, List<TriedSetting> settings)
    {
        var time = JudgedTime.Of(options.Clock, settings.SelectMany(setting => setting.Looked));
        string[] best = [.. Finalists.Of(settings[0], settings[1..], time, options.MemoryLimit).Select(setting => setting.Id)];
        return [tried[0], .. tried.Where(setting => best.Contains(setting.Id))];
    }

    private (SettingChoice Choice, RoundCounts Rounds) WarmUp(SettingChoice choice, CancellationToken cancellation)
    {
        var tree = new SystemTree();
        long? before = HugePagesGiven.Read(tree);
        var first = launcher.Launch(choice.Tried[0], 0, cancellation);
        var off = choice.Tried.FirstOrDefault(setting => setting.WithoutHugePages);
        if (off is not null && before is not null && HugePagesGiven.Read(tree) == before)
            choice = choice.Without(off, "nothing was given a huge page in the warm-up");
        var length = TimeSpan.FromMilliseconds(first.WallNanoseconds / 1e6);
        var rounds = RoundCounts.Of(choice.Tried.Count, options.Rounds, length);
        planned = rounds.Launches(choice.Tried.Count);
        say($"warm-up: {length.TotalSeconds:0.00} s; {Counted.Describe(choice.Tried.Count, "setting")} in {planned} launches: "
            + $"about {Durations.Describe(planned * length)}");
        clock.Start();
        return (choice, rounds);
    }

    // A round counts when it is finished.
    private void Rounds(string what, int rounds, IReadOnlyList<OfferedSetting> tried, List<TriedSetting> settings,
        Func<TriedSetting, TriedLaunch, TriedSetting> add, CancellationToken cancellation)
    {
        foreach (var round in RoundOrder.Of(tried, rounds).GroupBy(turn => turn.Round))
        {
            var launches = round.Select(turn => (turn.Case.Id, Launch: Launch(turn.Case, round.Key, cancellation))).ToArray();
            foreach (var (id, launch) in launches)
            {
                int at = settings.FindIndex(setting => setting.Id == id);
                settings[at] = add(settings[at], launch);
            }
            say($"round {round.Key} of {rounds} {what}; {LaunchTurns.TimeLeft(clock.Elapsed, done, planned)}");
        }
    }

    private TriedLaunch Launch(OfferedSetting setting, int round, CancellationToken cancellation)
    {
        var launch = launcher.Launch(setting, round, cancellation);
        done++;
        return launch;
    }

    private IEnumerable<string> Notes()
    {
        if (launcher.ExitStatus is > 0 and var status)
            yield return $"The command ends with status {status} each time.";
        if (launcher.Left.Count > 0)
            yield return $"The command leaves processes behind, which were ended after each launch and whose time doesn't count: "
                + $"{string.Join(", ", launcher.Left.Order(StringComparer.Ordinal))}.";
    }
}
