using Bench.Results;

namespace Bench.Tests.Suite;

/// <summary>A report that does not fit is an error of its own, and nothing half-written is left.</summary>
[Collection(SuiteProcesses.Name)]
public class FullDiskTests
{
    [Fact(Explicit = true)]
    public void AFullDiskIsSaidAndNotTakenForSuccess()
    {
        using var disk = new SmallDisk();
        var run = Executable.Run("--filter", "*Syscall.Get*", "--inProcess", "--job", "dry", "--disableLogFile", "--artifacts", disk.Path);
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.Contains("was not written", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(new DirectoryInfo(disk.Path).GetFiles("*", SearchOption.AllDirectories), file => file.Extension == ".tmp");
    }

    [Fact(Explicit = true)]
    public void AFullDiskBehindStandardOutputCostsNoRow()
    {
        using var disk = new SmallDisk(4);
        using var folder = new Results.TemporaryFolder();
        string log = Path.Combine(disk.Path, "log");
        File.WriteAllBytes(log, new byte[4000]);
        var run = Executable.RunCommand("bash",
            ["-c",
                "dotnet \"$0\" --filter '*FunctionCall.Static' '*FunctionCall.Instance' --inProcess --job dry --artifacts \"$1\" >> \"$2\"",
                Executable.Dll, folder.Path, log], folder.Path);
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        Assert.StartsWith("error: standard output can't be written", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Bench.Results.Input.RunSource.Read(folder.Path).Rows.Count);
    }

    [Fact(Explicit = true)]
    public void ALogAndAJournalThatDoNotFitCostNoRow()
    {
        using var disk = new SmallDisk(20);
        using var refuge = new Results.TemporaryFolder();
        var run = Executable.RunCommand("env",
            [$"TMPDIR={refuge.Path}", "dotnet", Executable.Dll, "--filter", "*Syscall.Get*", "--inProcess", "--job", "dry", "--artifacts",
                disk.Path], refuge.Path);
        Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        string journal = Assert.Single(Directory.GetFiles(refuge.Path, "*.journal"));
        Assert.Contains($"the run's journal goes on in {journal}", run.Output, StringComparison.Ordinal);
        Assert.True(Bench.Results.Input.RunSource.Read(journal).Rows.Count > 5, run.Output);
    }
}
