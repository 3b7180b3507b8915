using System.ComponentModel;
using System.Diagnostics;

namespace Bench.Interop.Processes;

/// <summary>
/// Removes a folder when this process is killed with SIGKILL: a shell that waits for the end of a pipe whose writing end only this process
/// has. It takes a thousandth of the memory that a runtime would.
/// </summary>
internal sealed class FolderJanitor : IDisposable
{
    // The signals of a terminal reach it too. What else was killed may still be about to end, and to write.
    private const string Script = """
        trap '' INT TERM HUP QUIT
        read -r dismissed && exit
        tries=0
        while ! rm -rf -- "$0" 2> /dev/null && [ $tries -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
        """;

    private readonly Process shell;

    private FolderJanitor(Process shell) => this.shell = shell;

    /// <summary>Starts one; null where there is no shell: then the next start sweeps.</summary>
    public static FolderJanitor? Start(string folder)
    {
        try
        {
            return new FolderJanitor(Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, folder])
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

    /// <summary>Tells it that the folder is gone; it ends by itself.</summary>
    public void Dispose()
    {
        try
        {
            shell.StandardInput.WriteLine();
            shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed before; nothing is lost.
        }
        shell.Dispose();
    }
}
