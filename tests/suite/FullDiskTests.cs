using System.Diagnostics;
using Bench.Results;

namespace Bench.Tests.Suite;

/// <summary>A report that does not fit is an error of its own, and nothing half-written is left.</summary>
[Collection("system settings")]
public class FullDiskTests
{
    [Fact]
    public void AFullDiskIsSaidAndNotTakenForSuccess()
    {
        var folder = Directory.CreateTempSubdirectory("bench-full");
        try
        {
            Assert.SkipUnless(Mount("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder.FullName), "needs the right to mount a small file system");
            var run = Executable.Run("--filter", "*Syscall.Get*", "--inProcess", "--job", "dry", "--disableLogFile", "--artifacts", folder.FullName);
            Assert.Equal(ExitCode.RunFailed, run.ExitCode);
            Assert.Contains("was not written", run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain(folder.GetFiles("*", SearchOption.AllDirectories), file => file.Extension == ".tmp");
        }
        finally
        {
            Mount("umount", folder.FullName);
            folder.Delete(true);
        }
    }

    private static bool Mount(string command, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
