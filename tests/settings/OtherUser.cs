using System.Diagnostics;
using Bench.Interop.Files;
using Bench.Tests.Suite;

namespace Bench.Tests.Settings;

/// <summary>Commands of a user who may do nothing.</summary>
internal static class OtherUser
{
    public const int Id = 65534;

    private static readonly string[] Become = ["--reuid", $"{Id}", "--regid", $"{Id}", "--clear-groups"];

    public static Process Start(params string[] command) => Executable.Start("setpriv", [.. Become, .. command], "/");

    /// <summary>Runs a command to its end, with nothing on its standard input.</summary>
    public static Executable Run(params string[] command) => Executable.RunCommand("setpriv", [.. Become, .. command], "/");

    /// <summary>Skips the test where this user can't become another, or the other may not even look there.</summary>
    public static void SkipUnlessPossible(string folder)
    {
        Assert.SkipUnless(Unistd.geteuid() == 0, "needs root, to become another user");
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv") && File.Exists("/usr/bin/flock"), "needs setpriv and flock (util-linux)");
        using var look = Start("ls", folder);
        look.WaitForExit();
        Assert.SkipUnless(look.ExitCode == 0, $"another user may not look into {folder}");
    }

    /// <summary>Holds the lock on a directory, as soon as it is free, until it is killed; what it starts holds none.</summary>
    public static Process Lock(string directory) => Start("flock", "--close", "--exclusive", directory, "sleep", "600");
}
