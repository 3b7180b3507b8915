using System.Diagnostics;
using Bench.Settings;

namespace Bench.Tests.Settings;

/// <summary>A child process that holds a changed setting: see <see cref="HoldSettings"/>.</summary>
internal sealed class Holder : IDisposable
{
    private readonly Process process;

    public Holder(SettingChange change, string ending = "wait")
    {
        string assembly = typeof(Holder).Assembly.Location;
        string host = Path.ChangeExtension(assembly, null);
        string[] arguments = [HoldSettings.Verb, change.Path, change.Value, ending];
        process = Process.Start(new ProcessStartInfo(host, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string? line = process.StandardOutput.ReadLine();
        while (line is not null && !line.StartsWith("holding ", StringComparison.Ordinal))
            line = process.StandardOutput.ReadLine();
        Assert.NotNull(line);
        GuardianId = line["holding ".Length..];
    }

    public int Id => process.Id;

    public string GuardianId { get; }

    public static void Kill(string signal, string id)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {id}"]);
        kill.WaitForExit();
    }

    /// <summary>Exit status as a shell shows it (128+n after a signal) and what it printed since it held the setting.</summary>
    public (int Status, string Output) End(string? signal = null)
    {
        if (signal is not null)
            Kill(signal, $"{Id}");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
