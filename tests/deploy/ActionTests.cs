using System.Text.RegularExpressions;
using Bench.Results;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Deploy;

/// <summary>action.yml's steps, run as a job of a made-up repository runs them on reports that its own benchmarks left.</summary>
public sealed partial class ActionTests : IDisposable
{
    private static readonly string Root = Executable.RepositoryRoot();
    private static readonly string Action = File.ReadAllText(Path.Combine(Root, "action.yml"));
    private static readonly string Steps = Path.Combine(Root, "deploy", "action");

    private readonly TemporaryFolder folder = new();

    public ActionTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the steps are scripts for bash");
        foreach (string name in new[] { "output", "summary" })
            folder.Write(name, "");
        Directory.CreateDirectory(Path.Combine(folder.Path, "temp"));
        Write("old");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NothingSlowerIsZeroAndIsSaid()
    {
        var run = Judge(("HEAD", "repository/old"), ("JUNIT", "repository/junit.xml"));
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("::notice title=Bench%3A no regression::", Annotations(run)[0], StringComparison.Ordinal);
        Assert.StartsWith("## Bench: no regression\n\n**", Read("summary"), StringComparison.Ordinal);
        Assert.Contains("status=0\nverdict=no regression\nsummary=", Read("output"), StringComparison.Ordinal);
        Assert.StartsWith("<?xml", Read("repository/junit.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void SlowerIsOneAndAnnotated()
    {
        Write("new", text => text.Replace("\"Nanoseconds\":1", "\"Nanoseconds\":9"));
        var run = Judge(("HEAD", "repository/new"), ("BASELINE", "repository/old"));
        Assert.True(run.ExitCode == ExitCode.Regression, run.Output + run.Errors + Read("summary"));
        Assert.All(Annotations(run), line => Assert.StartsWith("::error title=Bench%3A ", line, StringComparison.Ordinal));
        Assert.Contains("**regression**", Read("summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", ExitCode.Inconclusive)]
    [InlineData("true", ExitCode.Ok)]
    public void TooFewLaunchesAreInconclusiveUnlessThatIsAllowed(string allowed, int expected)
    {
        folder.Write("repository/one/results/a-report-full.json", Sample.Whole(launches: 1).ToJsonString());
        var run = Judge(("HEAD", "repository/one"), ("ALLOW_INCONCLUSIVE", allowed));
        Assert.Equal(expected, run.ExitCode);
        Assert.StartsWith("::warning title=Bench%3A inconclusive::", Annotations(run)[0], StringComparison.Ordinal);
        Assert.Contains("status=3\nverdict=inconclusive\n", Read("output"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherEnvironmentIsFourUnlessItIsAllowed()
    {
        Write("new", text => text.Replace("6.18", "6.19"));
        Assert.Equal(ExitCode.NotComparable, Judge(("HEAD", "repository/new")).ExitCode);
        Assert.Equal(ExitCode.Ok, Judge(("HEAD", "repository/new"), ("ALLOW_ENVIRONMENT_CHANGE", "true")).ExitCode);
    }

    [Theory]
    [InlineData("HEAD", "--help")]
    [InlineData("HEAD", "-")]
    [InlineData("HEAD", "@repository/options")]
    [InlineData("HEAD", "repository/old --allow-missing")]
    [InlineData("HEAD", "$(touch broken)")]
    [InlineData("HEAD", "`touch broken`; touch broken")]
    [InlineData("HEAD", "no\n::error::such\n##[error]file")]
    [InlineData("HEAD", "")]
    [InlineData("BASELINE", "--help")]
    [InlineData("BASELINE", "a' --allow-missing '")]
    [InlineData("THRESHOLD", "5% --allow-missing")]
    [InlineData("THRESHOLD", "--help")]
    [InlineData("CLOCK", "wall --relative")]
    [InlineData("ALLOW_MISSING", "true --allow-environment-change")]
    [InlineData("ALLOW_INCONCLUSIVE", "$(true)")]
    [InlineData("JUNIT", "nowhere/$(touch broken)")]
    [InlineData("SUITE", "--version")]
    public void AnInputIsAValueAndNothingElse(string input, string value)
    {
        var run = Judge(("HEAD", "repository/old"), (input, value));
        Assert.True(run.ExitCode == ExitCode.BadUsage, run.Output + run.Errors);
        Assert.Single(Stopped(run).Concat(run.Errors.Split('\n')), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Empty(Annotations(run));
        Assert.False(File.Exists(Path.Combine(folder.Path, "broken")));
    }

    [Fact]
    public void AJobsNameIsNoOption()
    {
        Write("new", text => text.Replace("Getpid", "Getpid2"));
        Assert.Equal(ExitCode.NotComparable, Judge(("HEAD", "repository/new"), ("JOB_NAME", "--allow-missing")).ExitCode);
        Assert.Equal(ExitCode.Ok, Judge(("HEAD", "repository/new"), ("ALLOW_MISSING", "true")).ExitCode);
    }

    [Fact]
    public void ARowsNameIsNoCommand()
    {
        const string Name = "::error::x%0A##[warning]\\n::set-output name=status::0\\n| **b** | <img src=x>";
        foreach (string run in new[] { "old", "new" })
            Write(run, text => text
                .Replace("\"MethodTitle\":\"Getpid\"", $"\"MethodTitle\":\"{Name}\"").Replace("Syscall.Getpid\"", $"Syscall.{Name}\""));
        var judged = Judge(("HEAD", "repository/new"));
        Assert.Equal(ExitCode.Ok, judged.ExitCode);
        Assert.StartsWith("::notice title=Bench%3A no regression::", Assert.Single(Annotations(judged)), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Read("summary"), StringComparison.Ordinal);
        Assert.Equal(3, Read("output").Trim().Split('\n').Length);
    }

    [Theory]
    [InlineData("judge", "GITHUB_OUTPUT")]
    [InlineData("judge", "GITHUB_STEP_SUMMARY")]
    [InlineData("build", "RUNNER_TEMP")]
    public void OutsideAJobItSaysWhatIsMissing(string step, string variable)
    {
        var run = Step(step, (variable, ""));
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.StartsWith($"error: {variable} is not set", Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheRepositoryNothingIsBuilt()
    {
        string steps = Directory.CreateDirectory(Path.Combine(folder.Path, "action", "deploy", "action")).FullName;
        foreach (string file in Directory.GetFiles(Steps))
            File.Copy(file, Path.Combine(steps, Path.GetFileName(file)));
        var run = Step(Path.Combine(steps, "build"), ("SUITE", ""));
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains("the action needs the whole repository", Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void ABuiltSuiteIsTaken()
    {
        Assert.Equal(ExitCode.Ok, Step("build", ("SUITE", AppContext.BaseDirectory)).ExitCode);
        Assert.Equal($"suite={AppContext.BaseDirectory}\n", Read("output"));
        Assert.Equal(ExitCode.BadUsage, Step("build", ("SUITE", folder.Path)).ExitCode);
        Assert.Equal(ExitCode.BadUsage, Step("build", ("SUITE", $"{AppContext.BaseDirectory}\nstatus=0")).ExitCode);
    }

    [Fact]
    public void EveryInputReachesItsStepAsAVariable()
    {
        string inputs = Action.Split("\noutputs:")[0].Split("\ninputs:")[1];
        foreach (string name in Input().Matches(inputs).Select(match => match.Groups[1].Value))
        {
            string variable = name.Replace('-', '_').ToUpperInvariant();
            Assert.Contains($"        {variable}: ${{{{ inputs.{name} }}}}\n", Action, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Action.Split('\n'), line => line.Contains(" run:") && line.Contains("${{"));
    }

    [Fact]
    public void OtherPeoplesActionsArePinnedByCommit()
    {
        string[] used = [.. Recipes.SelectMany(File.ReadAllLines).Where(line => Uses().IsMatch(line))];
        Assert.InRange(used.Length, 4, 100);
        Assert.All(used.Where(line => !line.Contains("OWNER/REPO@", StringComparison.Ordinal)),
            line => Assert.Matches(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d", line));
    }

    // A build that fails ends dotnet run with 1, as a regression does.
    [Fact]
    public void NoRecipeBuildsWhileItJudges()
    {
        Assert.DoesNotContain(Recipes, recipe => File.ReadAllText(recipe).Contains("dotnet run -", StringComparison.Ordinal));
        Assert.Empty(Docs.Page.All.SelectMany(Docs.ShownCommand.Of)
            .Where(command => command.Words is ["dotnet", "run", ..] && command.Suite is ["gate" or "ab", ..])
            .Select(command => $"{command}"));
    }

    private static string[] Recipes =>
    [
        Path.Combine(Root, "action.yml"), Path.Combine(Root, ".ci", "run"), Path.Combine(Root, "docs", "ci.md"),
        .. Directory.GetFiles(Path.Combine(Root, ".github", "workflows")),
        .. Directory.GetFiles(Path.Combine(Root, "deploy"), "*", SearchOption.AllDirectories),
    ];

    // Several launches of each row, so that there is a verdict.
    private void Write(string name, Func<string, string>? change = null)
    {
        string report = Sample.Whole(launches: 5).ToJsonString();
        folder.Write($"repository/{name}/results/a-report-full.json", change is null ? report : change(report));
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(folder.Path, file));

    private Executable Judge(params (string Name, string Value)[] inputs) =>
        Step("judge", [("SUITE", AppContext.BaseDirectory), ("BASELINE", "repository/old"), ("HEAD", "repository/old"), .. inputs]);

    private Executable Step(string step, params (string Name, string Value)[] variables)
    {
        (string Name, string Value)[] job =
        [
            ("GITHUB_OUTPUT", Path.Combine(folder.Path, "output")), ("GITHUB_STEP_SUMMARY", Path.Combine(folder.Path, "summary")),
            ("RUNNER_TEMP", Path.Combine(folder.Path, "temp")), .. variables,
        ];
        return Executable.RunCommand("env", [.. job.Select(item => $"{item.Name}={item.Value}"), Path.Combine(Steps, step)], folder.Path);
    }

    // What GitHub obeys: commands outside the stretch in which they are stopped.
    private static string[] Annotations(Executable run) =>
        [.. Lines(run).Where(line => !line.Stopped && line.Text.StartsWith("::", StringComparison.Ordinal)).Select(line => line.Text)];

    private static IEnumerable<string> Stopped(Executable run) => Lines(run).Where(line => line.Stopped).Select(line => line.Text);

    private static IEnumerable<(string Text, bool Stopped)> Lines(Executable run)
    {
        string? token = null;
        foreach (string line in run.Output.Split('\n'))
        {
            if (token is null && line.StartsWith("::stop-commands::", StringComparison.Ordinal))
                token = line["::stop-commands::".Length..];
            else if (line == $"::{token}::")
                token = null;
            else
                yield return (line, token is not null);
        }
    }

    [GeneratedRegex(@"^  ([a-z-]+):$", RegexOptions.Multiline)]
    private static partial Regex Input();

    [GeneratedRegex(@"^\s*(- )?uses: ")]
    private static partial Regex Uses();
}
