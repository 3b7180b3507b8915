using System.Runtime.InteropServices;
using Bench.Tests.Suite;
using Bench.Trying;
using Bench.Trying.PageSettings;

namespace Bench.Tests.Trying;

/// <summary>The library that makes a system call in every program that loads it.</summary>
public sealed class PreloadLibraryTests : IDisposable
{
    private const int ExitGroup = 231;

    private readonly PreloadFolder folder = new();

    public PreloadLibraryTests() =>
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "the library is written for x86-64");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AProgramThatLoadsItMakesTheCallBeforeItsOwnWork()
    {
        string library = folder.PathOf(new PreloadLibrary("exit_group", ExitGroup, 7));
        var run = Executable.RunCommand("env", [$"LD_PRELOAD={library}", "sh", "-c", "exit 0"], "/");
        Assert.Equal((7, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void EachIsAFileOfItsOwnThatGoesWithTheFolder()
    {
        string first;
        using (var other = new PreloadFolder())
        {
            first = other.PathOf(new PreloadLibrary("exit_group", ExitGroup, 1));
            Assert.Equal(first, other.PathOf(new PreloadLibrary("exit_group", ExitGroup, 1)));
            Assert.NotEqual(first, other.PathOf(new PreloadLibrary("exit_group", ExitGroup, 2)));
        }
        Assert.False(File.Exists(first));
    }

    // The library names no loader, as a static program does.
    [Fact]
    public void AStaticProgramIsLeftOut()
    {
        string file = folder.PathOf(new PreloadLibrary("exit_group", ExitGroup, 0));
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        Assert.Equal("a static program loads no library", PagesPerFault.WhyNot(TriedProgram.Find([file], null, out _)!));
        Assert.Null(PagesPerFault.WhyNot(TriedProgram.Find(["sort"], null, out _)!));
    }
}
