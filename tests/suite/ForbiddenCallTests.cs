using System.Globalization;
using System.Runtime.InteropServices;
using Bench.Interop;
using Bench.Interop.Syscalls;
using Bench.Results;

namespace Bench.Tests.Suite;

/// <summary>What the machine forbids is left out with its reason, and the run ends well.</summary>
[Collection(SuiteProcesses.Name)]
public class ForbiddenCallTests
{
    /// <summary>As on a kernel that has neither huge pages nor MADV_POPULATE_WRITE.</summary>
    [Fact(Explicit = true)]
    public void WithoutAnyAdviceOnMemoryFaultsAreMeasuredAllTheSame()
    {
        using var folder = new Results.TemporaryFolder();
        string madvise = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "28" : "233";
        var run = Executable.RunCommand(Path.ChangeExtension(typeof(ForbiddenCallTests).Assembly.Location, null),
            [WithoutCalls.Verb, madvise, Errno.EINVAL.ToString(CultureInfo.InvariantCulture),
                "--filter", "*.PageFault.*Demand*", "*.PageFault.*Populate*Pages: 16,*", "*.FaultKinds.*Anonymous*", "--job", "dry",
                "--inProcess", "--region", "16MiB", "--artifacts", folder.Path],
            AppContext.BaseDirectory);
        Assert.SkipWhen(run.Errors.Contains("seccomp:", StringComparison.Ordinal), run.Errors);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains("MADV_POPULATE_WRITE needs Linux 5.14: madvise: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("| Demand ", run.Output, StringComparison.Ordinal);
        Assert.Contains("| AnonymousWrite ", run.Output, StringComparison.Ordinal);
    }

    [Theory(Explicit = true)]
    [InlineData(Errno.EPERM)]
    [InlineData(Errno.ENOSYS)]
    public void WithoutIoUringItsRowsAreLeftOutAndTheOthersRun(int errno)
    {
        var artifacts = Directory.CreateTempSubdirectory("bench-forbidden");
        try
        {
            var run = Executable.RunCommand(Path.ChangeExtension(typeof(ForbiddenCallTests).Assembly.Location, null),
                [WithoutCalls.Verb, SyscallNumbers.IoUringSetup.ToString(CultureInfo.InvariantCulture),
                    errno.ToString(CultureInfo.InvariantCulture),
                    "--filter", "*.Batching.*", "--job", "dry", "--inProcess", "--artifacts", artifacts.FullName],
                AppContext.BaseDirectory);
            Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
            Assert.Contains("(20 rows): io_uring_setup: ", run.Output, StringComparison.Ordinal);
            Assert.Contains($"(errno {errno}): ", run.Output, StringComparison.Ordinal);
            Assert.Contains("| write by writev |", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("| nop by io_uring |", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            artifacts.Delete(true);
        }
    }
}
