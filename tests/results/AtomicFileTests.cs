using System.Diagnostics;
using Bench.Results.Files;
using Bench.Results.Show;

namespace Bench.Tests.Results;

/// <summary>What is written where something is already: nothing is destroyed that was not asked for.</summary>
public class AtomicFileTests : IDisposable
{
    private static readonly bool IsRoot = Environment.UserName == "root";
    private static readonly string Suite = typeof(Bench.Commands.CompareCommand).Assembly.Location;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0b110_000_000)]
    [InlineData(0b110_110_110)]
    [InlineData(0b111_101_000)]
    public void AFileKeepsItsMode(int mode)
    {
        string file = folder.Write("report", "old");
        File.SetUnixFileMode(file, (UnixFileMode)mode);
        AtomicFile.Write(file, "new");
        Assert.Equal(("new", (UnixFileMode)mode), (File.ReadAllText(file), File.GetUnixFileMode(file)));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void AFileKeepsItsOwner()
    {
        Assert.SkipUnless(IsRoot, "only root can give files away");
        string file = folder.Write("report", "old");
        Shell("chown 65534:65533 report");
        AtomicFile.Write(file, "new");
        Assert.Equal("65534 65533 new", Shell("echo $(stat -c '%u %g' report) $(cat report)"));
    }

    [Theory]
    [InlineData("file", "ln -s file link")]
    [InlineData("folder/file", "mkdir folder; ln -s folder/file link")]
    [InlineData("folder/file", "mkdir folder; ln -s ../second folder/first; ln -s folder/file second; ln -s folder/first link")]
    public void ALinkIsFollowed(string target, string make)
    {
        Shell(make);
        var (link, file) = (Path.Combine(folder.Path, "link"), Path.Combine(folder.Path, target));
        // Not there yet, and there already.
        foreach (string? text in new[] { "new", "newer" })
        {
            AtomicFile.Write(link, text);
            Assert.NotNull(new FileInfo(link).LinkTarget);
            Assert.Equal((null, text), (new FileInfo(file).LinkTarget, File.ReadAllText(file)));
        }
    }

    [Fact]
    public void LinksInACircleAreRefused()
    {
        Shell("ln -s b a; ln -s a b");
        Assert.Contains("too many links",
            Assert.Throws<IOException>(() => AtomicFile.Write(Path.Combine(folder.Path, "a"), "new")).Message);
    }

    [Fact]
    public void EveryNameOfAFileSeesTheNewText()
    {
        string file = folder.Write("a", "old and longer");
        Shell("ln a b");
        AtomicFile.Write(file, "new");
        Assert.Equal("new 2", Shell("echo $(cat b) $(stat -c %h a)"));
    }

    [Fact]
    public void AFolderIsRefused() =>
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => AtomicFile.Write(folder.Path, "new")).Message);

    [Fact]
    public void ADeviceIsWrittenTo()
    {
        Assert.SkipUnless(IsRoot, "only root can make device files");
        Assert.SkipWhen(Shell("mknod null c 1 3 && mknod full c 1 7 && : > null; echo $?") != "0",
            "no device files can be made or opened here");
        AtomicFile.Write(Path.Combine(folder.Path, "null"), "new");
        Assert.Contains("No space left",
            Assert.Throws<IOException>(() => AtomicFile.Write(Path.Combine(folder.Path, "full"), "new")).Message);
        Assert.Equal("character special file character special file", Shell("echo $(stat -c %F null full)"));
    }

    [Fact]
    public void APipeIsWrittenTo()
    {
        Assert.Equal("0", Shell("mkfifo pipe; echo $?"));
        using var reader =
            Process.Start(new ProcessStartInfo("cat", [Path.Combine(folder.Path, "pipe")]) { RedirectStandardOutput = true })!;
        AtomicFile.Write(Path.Combine(folder.Path, "pipe"), "new");
        Assert.Equal("new", reader.StandardOutput.ReadToEnd());
        Assert.Equal("fifo", Shell("stat -c %F pipe"));
    }

    [Fact]
    public void AFileIsWrittenInPlaceWhereItsFolderTakesNoOther()
    {
        Assert.SkipUnless(IsRoot, "only root can mount one file over another");
        Assert.SkipWhen(Shell("touch a b; unshare -m mount --bind a b; echo $?") != "0", "nothing can be mounted here");
        folder.Write("run-report-full.json", Sample.Whole().ToJsonString());
        folder.Write("report", "old");
        folder.Write("other", "longer than any comparison, cut off where the new text ends" + new string(' ', 100_000) + "end");
        Shell(
            $"unshare -m sh -c \"mount --bind other report && dotnet '{Suite}' compare run-report-full.json run-report-full.json -o "
                + $"report\"");
        Assert.Equal("old", File.ReadAllText(Path.Combine(folder.Path, "report")));
        string written = File.ReadAllText(Path.Combine(folder.Path, "other"));
        Assert.Contains("at a threshold", written);
        Assert.EndsWith("either way.\n", written);
        Assert.Equal(["a", "b", "other", "report", "run-report-full.json"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    /// <summary>What a folder would allow is not asked, but what the file does.</summary>
    [Theory]
    [InlineData("chown 65534:65534 file; chmod 444 file", "65534 444 old")]
    [InlineData("chmod 666 file", "0 666 new")]
    [InlineData("chown 65534:65534 file; chmod 600 file", "65534 600 new")]
    public void AFileOfSomebodyElseIsWrittenToIfItMayBe(string make, string left)
    {
        const string Nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";
        Assert.SkipUnless(IsRoot, "only root can be somebody else");
        folder.Write("a-report-full.json", Sample.Whole().ToJsonString());
        folder.Write("file", "old");
        Shell($"chmod 777 .; {make}");
        Assert.SkipWhen(Shell($"{Nobody} dotnet '{Suite}' --version > /dev/null; echo $?") != "0",
            "the suite can't be run as another user here");
        Shell($"{Nobody} dotnet '{Suite}' compare a-report-full.json a-report-full.json -o file");
        Assert.Equal(left, Shell("echo $(stat -c '%u %a' file) $(grep -q 'at a threshold' file && echo new || cat file)"));
    }

    /// <summary>A shell's &gt;&gt; goes on where it was, and whatever was in its file stays.</summary>
    [Theory]
    [InlineData("/dev/stdout", ">>")]
    [InlineData("/proc/self/fd/1", ">>")]
    [InlineData("link", ">>")]
    [InlineData("/dev/fd/7", "7>>")]
    public void StandardOutputIsWrittenToWhereItStands(string output, string redirection)
    {
        folder.Write("a-report-full.json", Sample.Whole().ToJsonString());
        Shell("ln -s /proc/self/fd/1 link; echo before > log");
        Shell($"dotnet '{Suite}' compare a-report-full.json a-report-full.json -o {output} {redirection} log; echo after >> log");
        string[] lines = File.ReadAllLines(Path.Combine(folder.Path, "log"));
        Assert.Equal(("before", "after"), (lines[0], lines[^1]));
        Assert.Contains(lines, line => line.Contains("at a threshold", StringComparison.Ordinal));
    }

    [Fact]
    public void AReaderThatHasSeenEnoughIsNoFailure()
    {
        folder.Write("a-report-full.json", Sample.Whole().ToJsonString());
        foreach (string? arguments in new[] { "", "--format html", "-o /dev/stdout" })
            Assert.Equal("0",
                Shell(
                    $"set -o pipefail; dotnet '{Suite}' compare a-report-full.json a-report-full.json {arguments} 2> error | true; echo "
                        + $"$?; cat error"));
    }

    private string Shell(string script)
    {
        using var shell =
            Process.Start(
                new ProcessStartInfo("bash", ["-c", script])
                {
                    WorkingDirectory = folder.Path,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true
                })!;
        var errors = shell.StandardError.ReadToEndAsync();
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        _ = errors.Result;
        return output.Trim();
    }
}
