using System.CommandLine;
using Bench.Results;
using Bench.Results.Show.Profiles;

namespace Bench.Commands;

/// <summary><c>explain</c>: where the time of rows goes in the kernel, by sampling it while they run in this process.</summary>
public sealed class ExplainCommand : Verb
{
    private const string UsualFilter = "*PageFault*Demand*sequential*";

    public override string Example => $"explain --filter '{UsualFilter}'";

    public override Command Create()
    {
        var filter = RunArguments.Filter();
        filter.DefaultValueFactory = _ => [UsualFilter];
        var region = new Option<string>("--region") { Description = "memory of page rows", HelpName = "SIZE" };
        region.DefaultValueFactory = _ => "64MiB";
        var samples = new Option<int>("--samples") { Description = "samples of a row that are enough", HelpName = "N" };
        samples.DefaultValueFactory = _ => 20_000;
        var rate = new Option<int?>("--rate") { Description = "samples a second; without it as many as slow a row by 3 %", HelpName = "N" };
        samples.Within(100, 1_000_000);
        rate.Within(100, 20_000);
        var leave = new Option<bool>("--leave-settings") { Description = "change no system setting; leave out rows that must" };
        var page = File("--page", "also write a page with a flame graph");
        var folded = File("--folded", "also write folded stacks, for flamegraph.pl and other viewers");
        var speedscope = File("--speedscope", "also write stacks for speedscope");
        var json = File("--json", "also write all of it for other programs");
        var command = new Command("explain", "Say where rows' time goes in the kernel, by sampling")
        {
            filter, region, samples, rate, leave, page, folded, speedscope, json,
        };
        command.SetAction(parsed => VerbAction.Run(() =>
        {
            if (!OperatingSystem.IsLinux())
                return VerbAction.Fail("explain: needs Linux", ExitCode.BadUsage);
            var run = new ExplainedRun(parsed.GetValue(samples), parsed.GetValue(rate), parsed.GetValue(leave));
            int status = run.Explain(parsed.GetValue(filter)!, parsed.GetValue(region)!);
            Write(page, () => ProfilePage.Write(run.Profiles));
            Write(folded, () => FoldedStacks.Write(run.Profiles));
            Write(speedscope, () => Speedscope.Write(run.Profiles));
            Write(json, () => JsonProfiles.Write(run.Profiles, run.LeftOut));
            return status;

            void Write(Option<FileInfo?> option, Func<string> text)
            {
                if (run.Profiles.Count > 0 && parsed.GetValue(option) is { } file)
                    VerbAction.Emit(text(), file);
            }
        }));
        return command;
    }

    private static Option<FileInfo?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
