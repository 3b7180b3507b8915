using System.Diagnostics;

namespace Bench.Tests.Suite;

/// <summary>A file system that is soon full; skips the test where none may be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-full");

    public SmallDisk(int kibibytes = 16)
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", folder.FullName))
            return;
        folder.Delete();
        Assert.Skip("needs the right to mount a small file system");
    }

    public string Path => folder.FullName;

    public void Dispose()
    {
        Run("umount", folder.FullName);
        folder.Delete(true);
    }

    private static bool Run(string command, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
