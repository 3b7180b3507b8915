namespace Bench.Tests.Suite;

/// <summary>What lies in the build and what a run adds, against the bars of a small disk.</summary>
[Collection(SuiteProcesses.Name)]
public class BuildSizeTests
{
    private const long AfterABuild = 45_000_000, AtWorst = 90_000_000;

    [Fact(Explicit = true)]
    public async Task TheBuildIsSmallAndARunDoesNotDoubleIt()
    {
        var build =
            Directory.GetParent(
                Executable.Dll.Replace($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}bin",
                    $"{Path.DirectorySeparatorChar}benchmarks{Path.DirectorySeparatorChar}bin"))!;
        Assert.True(File.Exists(Path.Combine(build.FullName, "Benchmarks.dll")), $"{build} has no build");
        Assert.InRange(Bytes(build.FullName), 1_000_000, AfterABuild);

        using var folder = new Results.TemporaryFolder();
        string dll = Path.Combine(build.FullName, "Benchmarks.dll");
        using var run = Executable.Start("dotnet",
            [dll, "--filter", "*Syscall.Getpid", "--job", "dry", "--artifacts", Path.Combine(folder.Path, "artifacts")], folder.Path);
        run.StandardInput.Close();
        var output = run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        long worst = 0;
        while (!run.HasExited)
        {
            worst = Math.Max(worst, Bytes(build.FullName) + Bytes(folder.Path));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(run.ExitCode == 0, await output);
        Assert.InRange(worst, 1_000_000, AtWorst);
    }

    // What goes away while one looks has no size.
    private static long Bytes(string folder) => Directory
        .EnumerateFiles(folder, "*",
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
                AttributesToSkip = FileAttributes.ReparsePoint
            })
        .Select(file => new FileInfo(file)).Sum(file => file.Exists ? file.Length : 0);
}
