using System.Diagnostics;
using Bench.Interop.Processes;

namespace Bench.Results.Copies;

/// <summary>A copy's process, from its start to its end: tied to this one, and told to stop before it is made to.</summary>
internal sealed class CopyProcess
{
    // Long enough for the suite to put system settings back.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Process process;

    /// <summary>What is to be started.</summary>
    /// <param name="folder">Where it is started.</param>
    /// <param name="temporary">Its folder for temporary files.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">What it finds in its environment besides.</param>
    public CopyProcess(string folder, string temporary, IReadOnlyList<string> command, params KeyValuePair<string, string>[] environment)
    {
        // By this build's own help, as copies may be of a build that can't tie themselves to this process.
        var start = TiedProgram.Start(Path.Combine(AppContext.BaseDirectory, SuiteCopy.Assembly), command);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        // What a copy leaves there, killed or not, goes with the rest.
        start.Environment["TMPDIR"] = Directory.CreateDirectory(temporary).FullName;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="output">Takes each line that it prints.</param>
    /// <param name="errors">Takes each line that it complains by.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Its exit status.</returns>
    /// <exception cref="LaunchException">It can't be started.</exception>
    public int Run(Action<string> output, Action<string> errors, CancellationToken cancellation)
    {
        using (process)
        {
            process.OutputDataReceived += (_, line) => Hand(line.Data, output);
            process.ErrorDataReceived += (_, line) => Hand(line.Data, errors);
            Start();
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using (cancellation.Register(Stop))
                process.WaitForExit();
            return process.ExitCode;
        }
    }

    private void Start()
    {
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new LaunchException($"dotnet can't be started: {e.Message}");
        }
    }

    private static void Hand(string? line, Action<string> to)
    {
        if (!string.IsNullOrWhiteSpace(line))
            to(line);
    }

    private void Stop()
    {
        try
        {
            // .NET can only kill; the shell's own kill can ask.
            using var ask = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
            ask.WaitForExit();
            if (!process.WaitForExit(Grace))
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
