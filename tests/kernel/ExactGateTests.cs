using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Kernel;

/// <summary>kernel/scripts/gate: counts of an exact run against the committed ones.</summary>
public class ExactGateTests
{
    private const string Baseline =
        "# gcc 12.2.0\ncase,instructions\nC syscall getpid,200\nPageFault.Touch(Mechanism: Demand; Pages: 1),2728.5\n";

    private static readonly string Script = Path.Combine(Executable.BenchmarksFolder, "..", "kernel", "scripts", "gate");

    [Theory]
    [InlineData(",200", ",200.9", 0, "2 passed, 0 failed, 0 skipped")]
    [InlineData(",200", ",201.1", 1, "C syscall getpid: 201.1 instructions, +0.55 % from 200")]
    [InlineData(",200", ",198.9", 1, "1 passed, 1 failed, 0 skipped")]
    [InlineData("C syscall getpid,200\n", "", 1, "C syscall getpid: missing")]
    [InlineData("C syscall getpid,200\n", "C syscall getpid,200\nSyscall.New,5\n", 0, "Syscall.New: 5 instructions, new")]
    [InlineData("gcc 12.2.0", "gcc 13.1.0", 0, "not compared")]
    public void ItSaysWhatChanged(string from, string to, int status, string text)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell script");
        using var folder = new TemporaryFolder();
        string baseline = Path.Combine(folder.Path, "baseline.csv"), counts = Path.Combine(folder.Path, "counts.csv");
        File.WriteAllText(baseline, Baseline);
        File.WriteAllText(counts, Baseline.Replace(from, to, StringComparison.Ordinal));
        var gate = Executable.RunCommand("bash", [Script, baseline, counts], folder.Path);
        Assert.Equal("", gate.Errors);
        Assert.Contains(text, gate.Output, StringComparison.Ordinal);
        Assert.Equal(status, gate.ExitCode);
    }

    [Theory]
    [InlineData("", "exact:     +12.00 the call itself, pid_vnr: 30.00 instructions, 18.00 before\n")]
    [InlineData("C syscall getpid,10,clearing,new,90\n", "+12.00 the call itself, pid_vnr: 30.00 instructions, 18.00 before\n"
        + "exact:     +9.00 clearing, new: 9.00 instructions, 0.00 before\n")]
    public void ItSaysWhichFunctionsChanged(string more, string text)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell script");
        const string profile = "# a comment\ncase,operations,stage,function,instructions\n"
            + "C syscall getpid,10,entry and exit,do_syscall_64,360\nC syscall getpid,10,the call itself,pid_vnr,180\n"
            + "PageFault.Touch(Mechanism: Demand; Pages: 1),10,clearing,clear_page,1\n";
        using var folder = new TemporaryFolder();
        string[] files =
        [
            .. new[] { Baseline, Baseline.Replace(",200", ",212"), profile, profile.Replace(",180", ",300") + more }.Select((content, at) =>
            {
                string file = Path.Combine(folder.Path, $"{at}.csv");
                File.WriteAllText(file, content);
                return file;
            }),
        ];
        var gate = Executable.RunCommand("bash", [Script, .. files], folder.Path);
        Assert.Equal("", gate.Errors);
        Assert.Contains(text + "1 passed, 1 failed", gate.Output, StringComparison.Ordinal);
        Assert.Equal(1, gate.ExitCode);
    }
}
