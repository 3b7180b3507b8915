using System.Text.RegularExpressions;
using Bench.Commands;
using Bench.Help;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Help;

/// <summary>The manual page says what the definitions say, and mandoc(1) finds nothing to complain of.</summary>
public sealed partial class ManPageTests
{
    private static readonly string Page =
        Executable.RunCommand("env", ["SOURCE_DATE_EPOCH=86400", "dotnet", Executable.Dll, "man"], "/").Output;

    [Fact]
    public void MandocComplainsOfNothing()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mandoc"), "no mandoc here");
        using var folder = new TemporaryFolder();
        var lint = Executable.RunCommand("mandoc", ["-Tlint", folder.Write("page.1", Page)], folder.Path);
        Assert.Equal(("", 0), (lint.Output + lint.Errors, lint.ExitCode));
    }

    [Fact]
    public void AllSectionsAndDefinitionsAreInIt()
    {
        Assert.StartsWith(".Dd January 2, 1970\n.Dt BENCHMARKS 1\n", Page, StringComparison.Ordinal);
        string[] sections = ["NAME", "SYNOPSIS", "DESCRIPTION", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES", "SEE ALSO"];
        foreach (string section in sections)
            Assert.Contains($"\n.Sh {section}\n", Page, StringComparison.Ordinal);
        foreach (var verb in Verb.All.Where(verb => !verb.Hidden))
            Assert.Contains($"\n.Ss {verb.Name}\n", Page, StringComparison.Ordinal);
        foreach (var option in WholeCommandLine.Create().Options)
            Assert.Contains($"Fl {option.Name[1..]}", Page, StringComparison.Ordinal);
        foreach (var status in Bench.Results.ExitCode.Meanings)
            Assert.Contains($"\n.It {status.Code}\n", Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Page, character => character > '~');
    }

    /// <summary>An environment variable that the source reads is one that the page names.</summary>
    [Fact]
    public void EveryVariableThatIsReadIsNamed()
    {
        string root = Executable.RepositoryRoot();
        var sources = new[] { "benchmarks", "results", "settings", "interop" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        var matches = sources.SelectMany(file => Read().Matches(File.ReadAllText(file)));
        string[] read = [.. matches.Select(match => match.Groups[1].Value).Distinct()];
        Assert.Contains("NO_COLOR", read);
        string[] named = [.. Surroundings.Variables.SelectMany(variable => variable.Name.Split(" , Ev "))];
        Assert.All(read, name => Assert.Contains(name, named));
    }

    [GeneratedRegex("(?:GetEnvironmentVariable\\(|Variable = )\"([A-Z_]+)\"")]
    private static partial Regex Read();
}
