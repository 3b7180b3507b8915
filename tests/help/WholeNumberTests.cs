using System.CommandLine;
using Bench.Commands;
using Bench.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Help;

/// <summary>Every option that takes a whole number, given something else.</summary>
public class WholeNumberTests
{
    public static TheoryData<string> Wrong => ["x", "1.5", "0x10", "-1", "99999999999", ""];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void EachSaysWhatItTakes(string typed)
    {
        var options = Numeric.ToArray();
        Assert.InRange(options.Length, 10, 100);
        Assert.All(options, option =>
        {
            var errors = new Command("verb") { option }.Parse([option.Name, typed]).Errors;
            Assert.StartsWith($"{option.Name} must be a whole number from ", Assert.Single(errors).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void GateSaysWhyOneLaunchIsNotMeasuredAgain()
    {
        var run = Executable.Run("gate", "--baseline", "b", "--repeat", "1", "a");
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.Contains("--repeat: fewer than 3 launches decide nothing", Assert.Single(run.Errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static IEnumerable<Option> Numeric => Verb.All.SelectMany(OptionsOf).Concat(SuiteOptions.Own)
        .Where(option => (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType) == typeof(int));

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(command.Subcommands.SelectMany(OptionsOf));
}
