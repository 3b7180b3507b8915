using Bench.Results.Profiles;
using Bench.Tests.Suite;

namespace Bench.Tests.Results.Profiles;

public class StageTableTests
{
    private static readonly StageTable MadeUp = StageTable.Parse("""
        # A comment.
        entry | | enter enter_*

        clearing | | clear* clear_late
        accounting | | clear_account*
        interrupts | with all it calls | interrupt
         | as its caller | lock helper_*
        """);

    [Theory]
    [InlineData("", StageTable.User, StageTable.User)]
    [InlineData("enter", "entry", "enter")]
    [InlineData("enter clear_page.isra.0", "clearing", "clear_page.isra.0")]
    [InlineData("enter clear_account_x", "accounting", "clear_account_x")]
    [InlineData("enter clear_page lock", "clearing", "clear_page")]
    [InlineData("enter clear_page lock helper_x", "clearing", "clear_page")]
    [InlineData("enter unknown lock", StageTable.NotPlaced, "unknown")]
    [InlineData("enter unknown", StageTable.NotPlaced, "unknown")]
    [InlineData("lock", StageTable.NotPlaced, "lock")]
    [InlineData("enter interrupt unknown", "interrupts", "interrupt")]
    [InlineData("enter interrupt clear_page", "interrupts", "interrupt")]
    public void AStackIsPlacedByItsInnermostFunctionThatIsNoHelper(string stack, string stage, string by) =>
        Assert.Equal((stage, by), MadeUp.Of(stack.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void StagesStandInTheTablesOrder() =>
        Assert.Equal([StageTable.User, "entry", "clearing", "accounting", "interrupts", StageTable.NotPlaced], MadeUp.Stages);

    [Theory]
    [InlineData("entry | enter")]
    [InlineData("entry | sometimes | enter")]
    [InlineData("entry | | enter enter")]
    [InlineData("entry | | enter*\nclearing | | enter*")]
    public void WhatIsNoTableIsRefusedWithItsLine(string text) =>
        Assert.StartsWith("stages:", Assert.Throws<FormatException>(() => StageTable.Parse(text)).Message, StringComparison.Ordinal);

    /// <summary>What rows of the suite were seen in on real kernels.</summary>
    [Fact]
    public void WhatWasSeenIsPlaced()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Executable.RepositoryRoot(), "tests", "results", "profiles", "functions"));
        Assert.InRange(lines.Length, 300, 1000);
        Assert.All(lines.Where(line => line[0] != '#'), line =>
            Assert.Equal(line, $"{line.Split(" | ")[0]} | {StageTable.Own.Of(line.Split(" | ")[0].Split(' ')).Stage}"));
    }
}
