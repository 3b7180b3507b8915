using System.Diagnostics;
using Bench.Interop.Files;
using Bench.Interop.Processes;
using Bench.Tests.Results;

namespace Bench.Tests.LibcLayer;

public sealed class ProcessFolderTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder parent = new();

    public void Dispose() => parent.Dispose();

    [Fact]
    public void ItIsThisUsersAloneAndGoesWithAllThatIsInIt()
    {
        string path;
        using (var folder = ProcessFolder.Create(parent: parent.Path))
        {
            path = folder.Path;
            Assert.Equal(Private, File.GetUnixFileMode(path));
            File.WriteAllText(folder["file"], "x");
            Directory.CreateDirectory(folder["deep/er"]);
        }
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void WhatADeadProcessLeftIsSweptAndALivingOnesIsNot()
    {
        using var mine = ProcessFolder.Create(parent: parent.Path);
        string dead = Left(Dead());
        Directory.CreateDirectory(Path.Combine(dead, "deep"));
        Assert.Equal([dead], ProcessFolder.Sweep(parent.Path));
        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(mine.Path));
    }

    [Fact]
    public void TheNextOneSweepsFirst()
    {
        string dead = Left(Dead());
        using var next = ProcessFolder.Create(parent: parent.Path);
        Assert.Equal([next.Path], Directory.GetDirectories(parent.Path));
        Assert.False(Directory.Exists(dead));
    }

    [Fact]
    public void ANumberGivenAnewIsNotTakenForTheDeadProcess()
    {
        string reused = Left(ProcessIdentity.Own with { Start = ProcessIdentity.Own.Start - 1 });
        Assert.Equal([reused], ProcessFolder.Sweep(parent.Path));
    }

    [Fact]
    public void AFolderInUseByAProcessOfAnotherContainerStays()
    {
        using var used = ProcessFolder.Create(parent: parent.Path);
        string elsewhere = Path.Combine(parent.Path, "bench-999999999-1-abcdef");
        // Its own lock holds, though by its name its process is none of this container's.
        Directory.Move(used.Path, elsewhere);
        Assert.Empty(ProcessFolder.Sweep(parent.Path));
        Assert.True(Directory.Exists(elsewhere));
    }

    [Theory]
    [InlineData("bench-1-1-abcdef/../x")]
    [InlineData("bench-launch-Ab12Cd")]
    [InlineData("bench-99999999999-1-abcdef")]
    [InlineData("bench-999999999-1-abcdef-mine")]
    public void OtherNamesStay(string name)
    {
        Directory.CreateDirectory(Path.Combine(parent.Path, "bench-1-1-abcdef"), Private);
        Directory.CreateDirectory(Path.Combine(parent.Path, name), Private);
        ProcessFolder.Sweep(parent.Path);
        Assert.True(Directory.Exists(Path.Combine(parent.Path, name)));
    }

    [Fact]
    public void ALinkByTheNameIsNotFollowed()
    {
        string target = Directory.CreateDirectory(Path.Combine(parent.Path, "target"), Private).FullName;
        string link = Path.Combine(parent.Path, $"bench-{Dead().Id}-1-abcdef");
        File.CreateSymbolicLink(link, target);
        Assert.Empty(ProcessFolder.Sweep(parent.Path));
        // Nor one inside a folder that goes.
        File.CreateSymbolicLink(Path.Combine(Left(Dead()), "inside"), target);
        Assert.Single(ProcessFolder.Sweep(parent.Path));
        Assert.True(Directory.Exists(target));
    }

    [Fact]
    public void AFolderThatOthersMayWriteOrAnotherUsersStays()
    {
        string open = Left(Dead());
        File.SetUnixFileMode(open, Private | UnixFileMode.OtherWrite);
        Assert.Empty(ProcessFolder.Sweep(parent.Path));
        Assert.SkipUnless(Unistd.geteuid() == 0, "needs root, to give a folder to another user");
        File.SetUnixFileMode(open, Private);
        using (var chown = Process.Start("chown", ["65534", open]))
            chown.WaitForExit();
        Assert.Empty(ProcessFolder.Sweep(parent.Path));
    }

    private string Left(ProcessIdentity of) =>
        Directory.CreateDirectory(Path.Combine(parent.Path, $"bench-{of.Id}-{of.Start}-abcdef"), Private).FullName;

    private static ProcessIdentity Dead()
    {
        using var process = Process.Start("true");
        process.WaitForExit();
        return new ProcessIdentity(process.Id, 1);
    }
}
