using System.Globalization;
using Bench.Interop;
using Bench.Interop.Syscalls;
using Bench.Results;

namespace Bench.Tests.Suite;

/// <summary>What the machine forbids is left out with its reason, and the run ends well.</summary>
[Collection("system settings")]
public class ForbiddenCallTests
{
    [Theory]
    [InlineData(Errno.EPERM)]
    [InlineData(Errno.ENOSYS)]
    public void WithoutIoUringItsRowsAreLeftOutAndTheOthersRun(int errno)
    {
        var artifacts = Directory.CreateTempSubdirectory("bench-forbidden");
        try
        {
            var run = Executable.RunCommand(Path.ChangeExtension(typeof(ForbiddenCallTests).Assembly.Location, null),
                [WithoutCalls.Verb, SyscallNumbers.IoUringSetup.ToString(CultureInfo.InvariantCulture), errno.ToString(CultureInfo.InvariantCulture),
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
