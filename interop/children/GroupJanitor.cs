using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Bench.Interop.Children;

/// <summary>
/// Ends a child's process group when this process is killed with SIGKILL: a shell that reads the groups' numbers from a pipe whose writing
/// end only this process has, and at its end kills the last one.
/// </summary>
public sealed class GroupJanitor : IDisposable
{
    // The signals of a terminal reach it too. 0 stands for no group.
    private const string Script = """
        trap '' INT TERM HUP QUIT
        last=0
        while read -r group; do last=$group; done
        [ "$last" -gt 1 ] && kill -s KILL -- "-$last"
        """;

    private readonly Process shell;

    private GroupJanitor(Process shell) => this.shell = shell;

    /// <summary>Starts one; null where there is no shell.</summary>
    public static GroupJanitor? Start()
    {
        try
        {
            return new GroupJanitor(Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            })!);
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return null;
        }
    }

    /// <summary>This group is to be ended from now on; 0 for none.</summary>
    public void Watch(int group)
    {
        try
        {
            shell.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{group}\n"));
            shell.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It was killed before.
        }
    }

    /// <summary>Ends it, and no group.</summary>
    public void Dispose()
    {
        Watch(0);
        try
        {
            shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // Likewise.
        }
        shell.Dispose();
    }
}
