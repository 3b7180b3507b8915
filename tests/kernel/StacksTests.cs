using Bench.Results.Profiles;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Kernel;

/// <summary>kernel/scripts/stacks and profile: what QEMU's plugin saw, by rows, stages and functions.</summary>
public class StacksTests
{
    private const string Seen = """
        interval 7
        0 7 0
        node 1 0 asm_exc_page_fault
        node 2 1 clear_page_rep
        interval 90
        0 20 0
        1 30 2
        2 40 2
        interval 100
        0 20 0
        2 50 2
        1 30 2

        """;

    private static string Kernel => Path.Combine(Executable.RepositoryRoot(), "kernel");

    [Fact]
    public void ARowIsFoundByItsCountAndAddsUpToIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell script");
        var stacks = Run("stacks", Seen, "case,size,order,instructions,operations,all\nmthp,4,random,50.00,2,100\n");
        Assert.Equal("", stacks.Errors);
        Assert.Equal(0, stacks.ExitCode);
        Assert.Equal("C mthp 4 random\t2\tuser\t20\t0\nC mthp 4 random\t2\tasm_exc_page_fault;clear_page_rep\t50\t2\n"
            + "C mthp 4 random\t2\tasm_exc_page_fault\t30\t2\n", stacks.Output);
    }

    [Fact]
    public void ARowWhoseCountNobodySawFails()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell script");
        var stacks = Run("stacks", Seen, "case,size,order,instructions,operations,all\nsyscall,getpid,,50.50,2,101\n");
        Assert.Equal("stacks: C syscall getpid: no round of 101 instructions was seen\n", stacks.Errors);
        Assert.Equal(1, stacks.ExitCode);
    }

    /// <summary>The script reads the table of stages as the suite does.</summary>
    [Fact]
    public void AStageIsTheSuites()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell script");
        string[] known =
        [
            .. File.ReadAllLines(Path.Combine(Executable.RepositoryRoot(), "tests", "results", "profiles", "functions"))
                .Where(line => line[0] != '#').Select(line => line.Split(" | ")[0]).Where(stack => !stack.Contains('.')),
            "nobody_knows_this", "asm_exc_page_fault nobody_knows_this memset", "memset", "another_thread rcu_gp_init",
        ];
        string stacks = string.Concat(known.Select((stack, at) => $"{at}\t1\t{stack.Replace(' ', ';')}\t1\t1\n"));
        var profile = Run("profile", File.ReadAllText(Path.Combine(Kernel, "..", "results", "profiles", "stages")), stacks);
        Assert.Equal("", profile.Errors);
        Assert.Equal(
            ["case,operations,stage,function,instructions", .. known.Select((stack, at) => Line(at, stack.Split(' ')))],
            profile.Output.TrimEnd().Split('\n'));
    }

    private static string Line(int at, string[] stack) => $"{at},1,{StageTable.Own.Of(stack).Stage},{stack[^1]},1";

    private static Executable Run(string script, string first, string second)
    {
        using var folder = new TemporaryFolder();
        string one = Path.Combine(folder.Path, "one"), other = Path.Combine(folder.Path, "other");
        File.WriteAllText(one, first);
        File.WriteAllText(other, second);
        return Executable.RunCommand("bash", [Path.Combine(Kernel, "scripts", script), one, other], folder.Path);
    }
}
