using System.CommandLine;
using Bench.Interop;
using Bench.Machine;
using Bench.Planning;

namespace Bench.Commands;

/// <summary>What the suite takes from its command line, apart from what it hands on to BenchmarkDotNet.</summary>
/// <param name="RegionBytes">Bytes of the region; null for the default.</param>
/// <param name="Budget">What the run is made to fit; null where it is not asked for.</param>
/// <param name="Rounds">Launches of every case, in rounds.</param>
/// <param name="LeaveSettings">System settings stay as they are.</param>
/// <param name="Resume">Goes on where a run stopped.</param>
/// <param name="Verbose">BenchmarkDotNet's whole log on the terminal.</param>
/// <param name="Help">Help is asked for.</param>
/// <param name="Version">The version is asked for.</param>
/// <param name="Rest">BenchmarkDotNet's options.</param>
internal sealed record SuiteOptions(
    long? RegionBytes, Budget? Budget, int Rounds, bool LeaveSettings, bool Resume, bool Verbose,
    HelpAsked Help, bool Version, string[] Rest)
{
    private const string All = "all";

    private static readonly Option<string> RegionOption = new("--region")
    {
        Description = "Memory of page rows, such as 2GiB (default 512MiB)",
        HelpName = "SIZE",
    };

    private static readonly Option<string> BudgetOption = new("--budget")
    {
        Description = "Time for all rows, to which region and iterations shrink (default 5min); none: in full; FILE: as much as that run",
        HelpName = "TIME|none|FILE",
    };

    private static readonly Option<int> RoundsOption = new Option<int>("--rounds")
    {
        Description = "Launch every row N times, in new orders",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    }.Within(1);

    private static readonly Option<bool> LeaveOption = new("--leave-settings")
    {
        Description = "Change no system setting; leave out rows that must",
    };

    private static readonly Option<bool> ResumeOption = new("--resume")
    {
        Description = "Go on with the newest run that stopped",
    };

    private static readonly Option<bool> VerboseOption = new("--verbose")
    {
        Description = "Print BenchmarkDotNet's whole log",
    };

    private static readonly Option<string?> HelpOption = new Option<string?>("--help", "-h", "-?")
    {
        Description = "Print this; all: BenchmarkDotNet's options, too",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = All,
    }.OneOf(All);

    private static readonly Option<bool> VersionOption = new("--version") { Description = "Print versions" };

    /// <summary>The command line without what changes no number: a run can go on with another one's only where these agree.</summary>
    public IReadOnlyList<string> Numbers { get; private init; } = [];

    /// <summary>Our own options, for the help text.</summary>
    public static IReadOnlyList<Option> Own =>
        [RegionOption, BudgetOption, RoundsOption, LeaveOption, ResumeOption, VerboseOption, HelpOption, VersionOption];

    /// <summary>The options, or null with the error in one line.</summary>
    public static SuiteOptions? Parse(string[] args, out string error)
    {
        var command = new Command("suite") { TreatUnmatchedTokensAsErrors = false };
        foreach (var option in Own)
            command.Options.Add(option);
        // '@' starts BenchmarkDotNet's response files, which it reads itself.
        var parsed = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

        error = parsed.Errors.Count > 0 ? ParseErrors.Of(parsed.Errors[0]) : "";
        ByteSize region = default;
        string? size = error.Length > 0 ? null : parsed.GetValue(RegionOption);
        if (size is not null && !ByteSize.TryParseMultiple(size, Environment.SystemPageSize, out region, out error))
            error = $"--region: {error}";
        var budget = error.Length == 0 && parsed.GetValue(BudgetOption) is { } typed ? Planning.Budget.Parse(typed, out error) : null;
        if (parsed.GetValue(BudgetOption) is not null && error.Length > 0 && size is null)
            error = $"--budget: {error}";
        return error.Length > 0
            ? null
            : new SuiteOptions(
                size is null ? null : region.Bytes, budget, parsed.GetValue(RoundsOption), parsed.GetValue(LeaveOption),
                parsed.GetValue(ResumeOption), parsed.GetValue(VerboseOption), HelpOf(parsed), parsed.GetValue(VersionOption),
                [.. parsed.UnmatchedTokens])
            { Numbers = OfNumbers(args) };
    }

    private static HelpAsked HelpOf(ParseResult parsed) =>
        parsed.GetResult(HelpOption) is null ? HelpAsked.None : parsed.GetValue(HelpOption) == All ? HelpAsked.All : HelpAsked.Screen;

    // Everything but where results go and what is printed.
    private static List<string> OfNumbers(string[] args)
    {
        List<string> kept = [];
        for (int i = 0; i < args.Length; i++)
        {
            string name = args[i].Split('=')[0].ToLowerInvariant();
            if (name is "--artifacts" or "-a" or "--buildtimeout")
                i += args[i].Contains('=') ? 0 : 1;
            else if (name is not ("--resume" or "--verbose" or "--disablelogfile" or "--nooverwrite"))
                kept.Add(args[i]);
        }
        return kept;
    }
}
