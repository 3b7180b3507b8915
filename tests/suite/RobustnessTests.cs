using System.Globalization;
using Bench.Interop;
using Bench.Interop.Files;
using Bench.Interop.Syscalls;
using Bench.Results;
using Bench.Settings;

namespace Bench.Tests.Suite;

/// <summary>What a machine forbids is left out with its reason; the rest is measured, and the exit status is 0.</summary>
[Collection(SuiteProcesses.Name)]
public class RobustnessTests
{
    private static readonly string[] Faults = ["--filter", "*FaultKinds*", "*FaultMechanisms*Demand*", "*FaultMechanisms*Pages: 16,*",
        "*SparseFaults*Demand*", "--inProcess", "--job", "dry", "--region", "2MiB"];

    private static string Refused => $"{SyscallNumbers.Current.Userfaultfd},{SyscallNumbers.Current.PerfEventOpen}";

    [Fact(Explicit = true)]
    public void WithoutUserfaultfdAndPerfTheOtherRowsAreMeasured()
    {
        using var folder = new Results.TemporaryFolder();
        var run = Executable.RunCommand(Path.ChangeExtension(typeof(WithoutCalls).Assembly.Location, null),
            [WithoutCalls.Verb, Refused, Errno.EPERM.ToString(CultureInfo.InvariantCulture), .. Faults, "--artifacts", folder.Path],
            folder.Path);
        Assert.SkipWhen(run.Errors.Contains("seccomp:", StringComparison.Ordinal), run.Errors);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains("(4 rows): needs userfaultfd of Linux 5.11: userfaultfd: Operation not permitted", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("FaultKinds AnonymousRead random", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", run.Output, StringComparison.Ordinal);
        string report =
            File.ReadAllText(Directory.GetFiles(folder.Path, "*FaultKinds-report-full.json", SearchOption.AllDirectories).Single());
        Assert.Contains("getrusage", report, StringComparison.Ordinal);
    }

    /// <summary>A container's /sys: the settings can be seen and not be changed.</summary>
    [Fact(Explicit = true)]
    public void ReadOnlySettingsCostTheRowsThatChangeThem()
    {
        const string Settings = TransparentHugePages.SysfsRoot;
        var wanted = TransparentHugePages.Read()
            ?.Sizes.FirstOrDefault(size => size.Pages is >= 4 and < 512 && TransparentHugePages.Read()!.LargestForMadvised != size.Pages);
        Assert.SkipWhen(wanted is null, "no folio size whose setting a run would change");
        using var folder = new Results.TemporaryFolder();
        var run = Executable.RunCommand("unshare",
            ["-m", "sh", "-c", $"mount --bind {Settings} {Settings} && mount -o remount,ro,bind {Settings} || exit 99; exec \"$@\"", "sh",
            "dotnet", Executable.Dll, "--filter", "*.PageFault.*LargeFolio*", "*.PageFault.*Demand*", "--inProcess", "--job", "dry",
            "--region", "16MiB", "--artifacts", folder.Path], folder.Path);
        Assert.SkipWhen(run.ExitCode is 99 or 1 or 126 or 127, $"no file system of one's own can be mounted here: {run.Errors}");
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"needs write access to {wanted!.Path}", run.Output, StringComparison.Ordinal);
        Assert.Contains("| Demand ", run.Output, StringComparison.Ordinal);
    }

    [Fact(Explicit = true)]
    public void AUserWithoutPrivilegesMeasuresWhatNeedsNone()
    {
        Assert.SkipWhen(Unistd.geteuid() != 0, "only root can become somebody else");
        Assert.SkipWhen(!File.Exists("/usr/bin/setpriv"), "no setpriv");
        using var folder = new Results.TemporaryFolder();
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_111_111);
        var run = Executable.RunCommand("/usr/bin/setpriv",
            ["--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "env", $"HOME={folder.Path}", "dotnet", Executable.Dll,
                .. Faults, "--artifacts", folder.Path], folder.Path);
        Assert.SkipWhen(run.ExitCode is 126 or 127 or > 128 || run.Errors.Contains("ermission denied", StringComparison.Ordinal),
            $"somebody else can't run the tests' folder: {run.Errors}");
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains("FaultKinds SharedMemoryWrite random", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", run.Output, StringComparison.Ordinal);
    }
}
