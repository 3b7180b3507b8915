using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Bench.Tests.Suite;

/// <summary>A command in a terminal of its own, by script(1).</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder seen = new();

    public PseudoTerminal(string command, string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("script", ["-qec", command, "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm";
        // That of a test runner says nothing.
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <summary>Runs a command to its end in a terminal of so many columns; what it printed, and its exit status.</summary>
    public static (string Output, int Status) Run(
        int columns, string command, string folder, params (string Name, string Value)[] environment)
    {
        using var terminal = new PseudoTerminal($"stty cols {columns} rows 40; {command}", folder, environment);
        string output = terminal.process.StandardOutput.ReadToEnd();
        Assert.True(terminal.process.WaitForExit(Patience), $"{command} does not end");
        return (output, terminal.process.ExitCode);
    }

    /// <summary>Types keys.</summary>
    public void Type(string keys)
    {
        process.StandardInput.Write(keys);
        process.StandardInput.Flush();
    }

    /// <summary>Waits until it is printed.</summary>
    public string WaitFor(string text) => WaitFor(new Regex(Regex.Escape(text)));

    /// <summary>Waits until it is printed behind what was waited for before.</summary>
    /// <returns>All until its end.</returns>
    public string WaitFor(Regex pattern)
    {
        var clock = Stopwatch.StartNew();
        char[] buffer = new char[4096];
        while (!pattern.IsMatch(seen.ToString()))
        {
            var reading = process.StandardOutput.ReadAsync(buffer, 0, buffer.Length);
            Assert.True(reading.Wait(Patience) && reading.Result > 0 && clock.Elapsed < Patience, $"{pattern} did not come, but: {seen}");
            seen.Append(buffer, 0, reading.Result);
        }
        string all = seen.ToString();
        var match = pattern.Match(all);
        seen.Remove(0, match.Index + match.Length);
        return all[..(match.Index + match.Length)];
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
