using System.Text.RegularExpressions;

namespace Bench.Tests.Docs;

/// <summary>Commands that pages show are commands.</summary>
public partial class CommandTests
{
    private static readonly string Reference = Path.Combine(Page.Root, "results", "reference", "baseline.json");
    private static readonly IReadOnlyList<ShownCommand> Shown =
        [.. Page.All.Where(page => page.Name != AddedFiles.Page).SelectMany(ShownCommand.Of)];

    [Fact]
    public void EveryCommandOfTheSuiteParses() => Mistakes.None(Shown.Select(WhyNot).OfType<string>());

    [Fact]
    public void EveryOptionThatIsNamedExists() => Mistakes.None(Page.All.SelectMany(UnknownIn));

    [Fact]
    public void EveryTargetOfTheKernelIsThere() => Mistakes.None(Shown.Select(WhyNoTarget).OfType<string>());

    [Fact]
    public void CommandsAreFound()
    {
        Assert.InRange(Shown.Count(command => command.Suite is not null), 30, 500);
        Assert.InRange(Shown.Count(command => command.Words[0] == "make"), 10, 500);
    }

    [Theory]
    [InlineData("    dotnet run -c Release -- --filtr '*X*'", "filtr")]
    [InlineData("    dotnet run -c Release -- comparee a b", "there is no verb comparee")]
    [InlineData("    cd x && dotnet bin/Benchmarks.dll gate --baselin a b", "Unrecognized")]
    [InlineData("    dotnet run -c Release -- --region soon", "--region")]
    [InlineData("    dotnet run -c Release -- ab --base a --head b -- --nothing", "nothing")]
    [InlineData("```sh\ndotnet run -c Release -- \\\n  --job eternal\n```", "eternal")]
    [InlineData("```yaml\n- run: dotnet x/Benchmarks.dll gate a\n```", "--baseline")]
    [InlineData("```yaml\n- run: dotnet x/Benchmarks.dll gate ${{ a.b || c }} --baselinee x\n```", "--baselinee")]
    [InlineData("    dotnet run -c Release -- ab --bse DIR … --head DIR", "--bse")]
    [InlineData("`dotnet run -c Release -- doctor --jsn`", "--jsn")]
    public void AFaultIsNamedWithItsPlace(string text, string expected)
    {
        string found = Assert.Single(ShownCommand.Of(new Page("made-up.md", $"# X\n\n{text}\n")).Select(WhyNot).OfType<string>());
        Assert.StartsWith("made-up.md:", found, StringComparison.Ordinal);
        Assert.Contains(expected, found, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("`gate --baselin FILE`", "gate takes no --baselin")]
    [InlineData("`--no-such-option 5`", "nothing takes --no-such-option")]
    [InlineData("`compare BASE HEAD [--treshold 5%]`", "compare takes no --treshold")]
    public void AnOptionThatIsGoneIsNamedWithItsPlace(string text, string expected) =>
        Assert.Equal($"made-up.md:1: {expected}", Assert.Single(UnknownIn(new Page("made-up.md", text))));

    [Theory]
    [InlineData("    make -C kernel frobnicate", "there is no target frobnicate")]
    [InlineData("    make -C kernel run NOTHING=1", "nothing reads NOTHING")]
    public void ATargetThatIsGoneIsNamedWithItsPlace(string text, string expected) =>
        Assert.Equal($"made-up.md:1: {expected}", Assert.Single(ShownCommand.Of(new Page("made-up.md", text)).Select(WhyNoTarget)));

    private static string? WhyNot(ShownCommand command) => command.Suite is { } args
        && (command.IsSynopsis ? WhyNoSynopsis(args) : KnownOptions.WhyNot(WithFiles(args))) is { } why
            ? $"{command.Place}: {why}"
            : null;

    // Of what is no whole command only the names can be known.
    private static string? WhyNoSynopsis(string[] args) =>
        KnownOptions.Unknown(string.Join(' ', args), args.FirstOrDefault(KnownOptions.Verbs.ContainsKey)).FirstOrDefault() is { } unknown
            ? $"{unknown} is no option there"
            : null;

    // A budget may be a file, which must then be there.
    internal static string[] WithFiles(string[] args) =>
        [.. args.Select((word, i) => i > 0 && args[i - 1] == "--budget" && IsFile(word) ? Reference : word)];

    private static bool IsFile(string word) => word == "FILE" || word.EndsWith(".json", StringComparison.Ordinal);

    private static IEnumerable<string> UnknownIn(Page page) =>
        from code in page.Code
        let first = code.Text.Split(' ')[0]
        let verb = KnownOptions.Verbs.ContainsKey(first) ? first : null
        where verb is not null || first.StartsWith("--", StringComparison.Ordinal)
        from unknown in KnownOptions.Unknown(code.Text, verb)
        where !OfScripts.Value.Contains(unknown) && page.Name != AddedFiles.Page && page.Name != "CHANGELOG.md"
        select $"{code.Place}: {(verb is null ? $"nothing takes {unknown}" : $"{verb} takes no {unknown}")}";

    // Options of scripts that pages describe.
    private static Lazy<IReadOnlySet<string>> OfScripts { get; } = new(() =>
        OptionName().Matches(Page.FileText("deploy/slurm/submit")).Select(match => match.Value).ToHashSet());

    private static string? WhyNoTarget(ShownCommand command)
    {
        if (command.Words[0] != "make" || command.IsSynopsis)
            return null;
        string makefile = Page.FileText("kernel/Makefile");
        foreach (string word in command.Words.Skip(1).Where(word => !word.StartsWith('-') && word != "kernel"))
        {
            if (word.IndexOf('=') is > 0 and var at)
            {
                if (!Regex.IsMatch(makefile, $@"\b{word[..at]}\b"))
                    return $"{command.Place}: nothing reads {word[..at]}";
            }
            else if (!Regex.IsMatch(makefile, $@"^\.PHONY:(\\\n|.)*\b{Regex.Escape(word)}\b", RegexOptions.Multiline))
                return $"{command.Place}: there is no target {word}";
        }
        return null;
    }

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();
}
