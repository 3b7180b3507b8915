using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Kernel;

/// <summary>kernel/scripts/zoo-table: what made-up machines left behind, as a table; whatever went wrong on one fails it.</summary>
public class ZooTableTests
{
    private const string Passed = """{"name":"Bench.Tests.A.Passes","status":"passed"}""";

    private const string Kept = """{"FullName":"Bench.Workloads.Kept","Statistics":{"N":5},"Bench":{"Expected":{"Faults":1}}}""";

    /// <summary>The files of a machine on which all went well.</summary>
    private static readonly Dictionary<string, string> Well = new()
    {
        ["status"] = "0\n",
        ["suite-status"] = "0\n",
        ["seconds"] = "90\n",
        ["machine.txt"] = "6.12.1, 2 x x86_64, 1024 MiB\n",
        ["log.txt"] = "boot: KVM doesn't work here, so the CPU is emulated (TCG)\n",
        ["tests.json"] = Tests(1, Passed),
        ["suite/results/A-report-full.json"] = Rows("", Kept),
    };

    [Fact]
    public void TheTableSaysWhatEachMachineDid()
    {
        using var build = new TemporaryFolder();
        Write(build, "well", Well);
        Write(build, "lacking", new(Well)
        {
            ["tests.json"] = Tests(
                2, Passed, Passed, """{"name":"Bench.Tests.B.Left","status":"skipped","message":"needs a | root"}"""),
            ["suite/results/A-report-full.json"] = Rows(
                """{"Benchmark":"X","Reason":"no mTHP"},{"Benchmark":"Y","Reason":"no mTHP"}""", Kept, Kept),
            // What was left out stands in the report of each class.
            ["suite/results/B-report-full.json"] = Rows(
                """{"Benchmark":"X","Reason":"no mTHP"},{"Benchmark":"Y","Reason":"no mTHP"}""",
                """{"FullName":"Bench.Workloads.PromisesNothing","Statistics":{"N":5},"Bench":{}}"""),
        });
        var table = Table(build, "well", "lacking");
        Assert.Equal("", table.Errors);
        Assert.Equal("""
            | machine | is | tests passed | rows run | promises kept | left out, and why | failures | seconds |
            | --- | --- | ---: | ---: | ---: | --- | ---: | ---: |
            | well | 6.12.1, 2 x x86_64, 1024 MiB | 1 | 1 | 1 |  | 0 | 90 |
            | lacking | 6.12.1, 2 x x86_64, 1024 MiB | 2 | 3 | 2 | 2 x no mTHP<br>1 x needs a \| root | 0 | 90 |

            7 passed, 0 failed, 3 skipped

            """, table.Output);
        Assert.Equal(0, table.ExitCode);
    }

    [Theory]
    [InlineData("tests.json", """
        {"results":{"summary":{"passed":1},"tests":[{"name":"Bench.Tests.A.Fails","status":"failed","message":"Wrong\nby\none\nat\nall"}]}}
        """, "A.Fails: Wrong by one")]
    [InlineData("tests.json", """{"results":{"summary":{"passed":0},"tests":[]}}""", "no test passed")]
    [InlineData("tests.json", null, "no test passed")]
    [InlineData("suite/results/A-report-full.json", """
        {"Benchmarks":[{"FullName":"Bench.Workloads.Broken","Statistics":{"N":5},"Bench":{"Expected":{"Faults":1},
        "Marks":[{"Id":"noisy","Text":"noisy"},{"Id":"faults","Text":"2 faults a page, not 1"}]}}]}
        """, "Broken: 2 faults a page, not 1")]
    [InlineData("suite/results/A-report-full.json", """
        {"Benchmarks":[{"FullName":"Bench.Workloads.Steps","Statistics":{"N":5},"Bench":{"Marks":[{"Id":"steps","Text":"other faults"}]}}]}
        """, "Steps: other faults")]
    [InlineData("suite/results/A-report-full.json", """{"Benchmarks":[{"FullName":"Bench.Workloads.Fell","Statistics":null}]}""",
        "Fell: no measurement")]
    [InlineData("suite/results/A-report-full.json", null, "no row ran")]
    [InlineData("suite-status", "5\n", "the suite ended with status 5")]
    [InlineData("suite-status", null, "the suite ended with status none")]
    [InlineData("status", "124\n", "the guest ended with status 124")]
    public void WhatWentWrongFails(string file, string? content, string line)
    {
        using var build = new TemporaryFolder();
        Write(build, "well", Well);
        var wrong = new Dictionary<string, string>(Well);
        wrong.Remove(file);
        if (content is not null)
            wrong[file] = content;
        Write(build, "wrong", wrong);
        var table = Table(build, "well", "wrong");
        Assert.Contains($"\nnot ok: wrong: {line}\n", table.Output, StringComparison.Ordinal);
        Assert.Equal(1, table.ExitCode);
    }

    [Theory]
    [InlineData("the guest panicked", 125)]
    [InlineData("the guest didn't end within 240 s", 124)]
    public void AMachineThatDidNotEndSaysWhy(string why, int status)
    {
        using var build = new TemporaryFolder();
        Write(build, "gone", new()
        {
            ["status"] = $"{status}\n",
            ["seconds"] = "240\n",
            ["log.txt"] = $"boot: KVM works here\nboot: {why}; the console ends with:\n    Run /init as init process\n",
        });
        var table = Table(build, "gone");
        Assert.Contains("| gone | didn't come up | 0 | 0 | 0 |  | 4 | 240 |\n", table.Output, StringComparison.Ordinal);
        Assert.Contains($"\nnot ok: gone: {why}\n", table.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n0 passed, 4 failed, 0 skipped\n", table.Output, StringComparison.Ordinal);
        Assert.Equal(1, table.ExitCode);
    }

    [Fact]
    public void AMachineThatHasNotRunIsNamed()
    {
        using var build = new TemporaryFolder();
        var table = Table(build, "none");
        Assert.Equal("zoo-table: none has not run\n", table.Errors);
        Assert.NotEqual(0, table.ExitCode);
    }

    private static string Tests(int passed, params string[] tests) =>
        $$$"""{"results":{"summary":{"passed":{{{passed}}}},"tests":[{{{string.Join(',', tests)}}}]}}""";

    private static string Rows(string leftOut, params string[] rows) =>
        $$$"""{"Benchmarks":[{{{string.Join(',', rows)}}}],"Bench":{"LeftOut":[{{{leftOut}}}]}}""";

    private static void Write(TemporaryFolder build, string machine, Dictionary<string, string> files)
    {
        foreach (var (name, text) in files)
            build.Write(Path.Combine("zoo", machine, name), text);
    }

    private static Executable Table(TemporaryFolder build, params string[] machines)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell script");
        Assert.SkipUnless(File.Exists("/usr/bin/jq"), "needs jq");
        string script = Path.Combine(Executable.RepositoryRoot(), "kernel", "scripts", "zoo-table");
        return Executable.RunCommand("bash", [script, build.Path, .. machines], build.Path);
    }
}
