using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Kernel;

/// <summary>kernel/scripts/marked, beside and programs-table: what is counted of programs and of other kernels, for people.</summary>
public class ProgramTests
{
    private const string Seen = """
        node 1 0 asm_exc_page_fault
        node 2 1 clear_page_rep
        node 3 0 entry_SYSCALL_64_after_hwframe
        node 4 0 asm_sysvec_apic_timer_interrupt
        node 5 0 another_thread
        interval 7
        0 7 0
        mark
        interval 100
        0 20 0
        2 50 2
        3 30 1
        mark
        mark
        interval 60
        4 10 1
        5 50 1
        mark

        """;

    [Theory]
    [InlineData("1", "page faults\t1\tasm_exc_page_fault;clear_page_rep\t50\t2\nsystem calls\t1\tentry_SYSCALL_64_after_hwframe\t30\t1\n"
        + "user\t1\tuser\t20\t0\n")]
    [InlineData("2", "other threads\t1\tanother_thread\t50\t1\ninterrupts\t1\tasm_sysvec_apic_timer_interrupt\t10\t1\n")]
    public void WhatLiesBetweenTwoMarksIsTold(string pair, string stacks)
    {
        using var folder = new TemporaryFolder();
        var marked = Run("marked", Write(folder, "functions.txt", Seen), pair);
        Assert.Equal("", marked.Errors);
        Assert.Equal(stacks, marked.Output);
    }

    [Fact]
    public void AMarkThatIsMissingFails()
    {
        using var folder = new TemporaryFolder();
        var marked = Run("marked", Write(folder, "functions.txt", Seen), "3");
        Assert.Equal("marked: 4 marks instead of 6\n", marked.Errors);
        Assert.Equal(1, marked.ExitCode);
    }

    [Fact]
    public void OtherKernelsStandBesideTheCommittedCounts()
    {
        using var folder = new TemporaryFolder();
        var beside = Run(
            "beside",
            Write(folder, "baseline.csv", "# Linux 6.12\ncase,instructions\na fault,200\nours,5\n"),
            Write(folder, "linux-image-6.1.csv", "# Linux 6.1\ncase,instructions\na fault,300\n"),
            Write(folder, "new.csv", "case,instructions\nnew,7\n"));
        Assert.Equal("", beside.Errors);
        Assert.Equal("""
            | case | committed: 6.12 | linux-image-6.1 | ratio | new | ratio |
            | --- | ---: | ---: | ---: | ---: | ---: |
            | a fault | 200 | 300 | 1.500 |  |  |
            | ours | 5 |  |  |  |  |
            | new |  |  |  | 7 |  |

            """, beside.Output);
    }

    [Fact]
    public void ThePageShowsWhatWasCounted()
    {
        string root = Executable.RepositoryRoot();
        var table = Run("programs-table", Path.Combine(root, "kernel", "figures", "programs.csv"));
        Assert.Equal("", table.Errors);
        Assert.Contains(table.Output, File.ReadAllText(Path.Combine(root, "docs", "programs.md")), StringComparison.Ordinal);
    }

    private static string Write(TemporaryFolder folder, string name, string content)
    {
        string file = Path.Combine(folder.Path, name);
        File.WriteAllText(file, content);
        return file;
    }

    private static Executable Run(string script, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell script");
        return Executable.RunCommand("bash", [Path.Combine(Executable.RepositoryRoot(), "kernel", "scripts", script), .. arguments], ".");
    }
}
