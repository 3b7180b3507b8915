using System.CommandLine;
using Bench.Commands;
using Bench.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Help;

/// <summary>Every option that takes a whole number, a file or a folder, given something else.</summary>
public class TypedOptionTests
{
    public static TheoryData<string> Wrong => ["x", "1.5", "0x10", "-1", "99999999999", ""];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void OneOfAWholeNumberSaysWhatItTakes(string typed)
    {
        var options = Of(type => type == typeof(int)).ToArray();
        Assert.InRange(options.Length, 10, 100);
        Assert.All(options, option =>
        {
            var errors = new Command("verb") { option }.Parse([option.Name, typed]).Errors;
            Assert.StartsWith($"{option.Name} must be a whole number from ", Assert.Single(errors).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void OneOfAFileOrAFolderSaysSo()
    {
        var options = Of(type => type == typeof(FileInfo) || type == typeof(DirectoryInfo)).ToArray();
        Assert.InRange(options.Length, 10, 100);
        Assert.All(options, option =>
        {
            var errors = new Command("verb") { option }.Parse([option.Name, ""]).Errors;
            Assert.Matches($"^{option.Name} must name a (file|folder), and is ''$", ParseErrors.Of(Assert.Single(errors)));
        });
    }

    [Fact]
    public void GateSaysWhyOneLaunchIsNotMeasuredAgain()
    {
        var run = Executable.Run("gate", "--baseline", "b", "--repeat", "1", "a");
        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        string line = Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.Contains("--repeat: fewer than 3 launches decide nothing", line, StringComparison.Ordinal);
    }

    private static IEnumerable<Option> Of(Func<Type, bool> isWanted) =>
        Verb.All.SelectMany(OptionsOf).Concat(SuiteOptions.Own)
            .Where(option => isWanted(Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType));

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(command.Subcommands.SelectMany(OptionsOf));
}
