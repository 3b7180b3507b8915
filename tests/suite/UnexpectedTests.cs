using Bench.Results;
using Bench.Tests.Results;

namespace Bench.Tests.Suite;

/// <summary>
/// What the program itself does wrong is no regression: an exit status of its own, one line, and a trace for whoever mends it.
/// </summary>
public class UnexpectedTests
{
    [Theory]
    [InlineData("main")]
    [InlineData("thread")]
    public void AnUnexpectedExceptionIsOneLineAndATraceInAFile(string where)
    {
        using var folder = new TemporaryFolder();
        var run = Run(where, folder.Path);
        Assert.Equal(ExitCode.Unexpected, run.ExitCode);
        string trace = Assert.Single(Directory.GetFiles(folder.Path, "bench-error-*"));
        Assert.Equal($"error: unexpected InvalidOperationException: a\\u001b[2J name of two lines; the trace is in {trace}\n", run.Errors);
        Assert.Equal("", run.Output);
        Assert.Contains("at Bench.Tests.Suite.Broken", File.ReadAllText(trace));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(trace));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("thread")]
    public void WhereNoFileCanBeWrittenTheTraceIsPrinted(string where)
    {
        var run = Run(where, "/proc/nowhere");
        Assert.Equal(ExitCode.Unexpected, run.ExitCode);
        Assert.Contains("at Bench.Tests.Suite.Broken", run.Errors);
    }

    private static Executable Run(string where, string temporary) =>
        Executable.RunCommand("env", [$"TMPDIR={temporary}", "dotnet", typeof(Broken).Assembly.Location, Broken.Verb, where],
            AppContext.BaseDirectory);
}
