using System.CommandLine;
using Bench.Commands;
using Bench.Help;

namespace Bench.Tests.Help;

/// <summary>What a word of a command line can become.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("ga", "gate")]
    [InlineData("gate --clo", "--clock")]
    [InlineData("gate --clock ", "auto", "wall", "cpu", "calls", "quiet")]
    [InlineData("gate --clock=q", "--clock=quiet")]
    [InlineData("gate -", "-o", "--baseline", "--threshold", "--help")]
    [InlineData("gate --baseline ", ":files")]
    [InlineData("gate ", ":files")]
    [InlineData("ab --base ", ":folders")]
    [InlineData("ab --turns ", "iteration", "launch")]
    [InlineData("ab -- --iterationC", "--iterationCount")]
    [InlineData("baseline ", "save")]
    [InlineData("completion ", "bash", "fish", "zsh")]
    [InlineData("prove --plant ", "Spin", "Calls")]
    [InlineData("--job ", "Dry", "Short", "Medium", "Long")]
    [InlineData("--exporters h", "HTML")]
    [InlineData("--platform x", "X86", "X64")]
    [InlineData("--runtimes net1", "net10.0")]
    [InlineData("--budget ", "none", ":files")]
    [InlineData("--region ")]
    [InlineData("--help ", "all")]
    [InlineData("--allCategories ", "Matrix", "Parts")]
    [InlineData("--filter *.Pa", "*.PageFault.*")]
    [InlineData("-f a Bench.Workloads.Syscall.Cl", "Bench.Workloads.Syscall.ClockGettimeSyscall",
        "Bench.Workloads.Syscall.ClockGettimeVdso")]
    [InlineData("--list flat --resu", "--resume")]
    [InlineData("nosuch ")]
    public void ItIsWhatTheDefinitionsSay(string line, params string[] expected)
    {
        string[] lines =
            new Completion(WholeCommandLine.Create()).For(line.Split(' ')).Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] found = [.. lines.Select(candidate => candidate.Split(' ')[0])];
        if (line.EndsWith('-'))
            Assert.Superset(expected.ToHashSet(), found.ToHashSet());
        else
            Assert.Equal(expected, found);
    }

    [Fact]
    public void AtTheBeginningThereAreVerbsThatPeopleType()
    {
        string lines = new Completion(WholeCommandLine.Create()).For("").Lines;
        Assert.StartsWith("ab Run two built copies", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("\ncomplete ", lines, StringComparison.Ordinal);
    }

    /// <summary>A value that help names is one that is taken.</summary>
    [Fact]
    public void EveryValueThatIsNamedIsTaken()
    {
        int values = 0;
        foreach (var verb in Verb.All)
        {
            foreach (string option in verb.Options.Select(option => option.Name))
            {
                foreach (var (word, _) in new Completion(WholeCommandLine.Create()).For(verb.Name, option, "").Words)
                {
                    var again = Verb.All.Single(other => other.Name == verb.Name);
                    var errors = new RootCommand { again }.Parse([verb.Name, option, word]).Errors;
                    Assert.DoesNotContain(errors, error => error.Message.Contains(word, StringComparison.Ordinal));
                    values++;
                }
            }
        }
        Assert.InRange(values, 20, 1000);
    }
}
