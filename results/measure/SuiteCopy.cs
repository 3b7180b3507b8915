using System.Diagnostics;
using Bench.Results.Read;

namespace Bench.Results.Measure;

/// <summary>A built copy of the suite that can be launched again and again. Its reports go to a temporary folder, removed on disposal.</summary>
public sealed class SuiteCopy : IDisposable
{
    private const string Assembly = "Benchmarks.dll";

    // Long enough for the suite to put system settings back.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly string _folder;
    private readonly IReadOnlyList<string> _options;
    private readonly string _artifacts;
    private int _launches;

    /// <summary>Names a copy by the folder that holds its <c>Benchmarks.dll</c>, or by its project folder built in Release.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Options for every launch, after the filter.</param>
    /// <exception cref="LaunchException">There is no such copy.</exception>
    public SuiteCopy(string folder, IReadOnlyList<string> options)
    {
        string[] places = ["", "bin/Release/net10.0", "benchmarks/bin/Release/net10.0"];
        _folder = places.Select(place => Path.GetFullPath(Path.Combine(folder, place))).FirstOrDefault(f => File.Exists(Path.Combine(f, Assembly)))
            ?? throw new LaunchException($"{folder}: no {Assembly} there (build that copy with -c Release)");
        _options = options;
        _artifacts = Directory.CreateTempSubdirectory("bench-launch-").FullName;
    }

    /// <summary>Runs the benchmarks once, in one fresh process.</summary>
    /// <param name="filters">BenchmarkDotNet filters; none for every benchmark.</param>
    /// <param name="cancellation">Ends the process, gently first.</param>
    /// <exception cref="LaunchException">It brought no usable report.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Run Launch(IReadOnlyCollection<string> filters, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var artifacts = Path.Combine(_artifacts, $"{++_launches}");
        // In process: a launch is already a fresh process, and building another one inside it would take most of the time.
        var start = new ProcessStartInfo("dotnet", [Path.Combine(_folder, Assembly), "--filter", .. filters.DefaultIfEmpty("*"), "--artifacts", artifacts, "--inProcess", .. _options])
        {
            // BenchmarkDotNet looks for its project from here upwards, and each copy has its own.
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        var lastWords = "";
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => lastWords = string.IsNullOrWhiteSpace(line.Data) ? lastWords : line.Data;
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new LaunchException($"dotnet can't be started: {e.Message}");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (cancellation.Register(() => Stop(process)))
            process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var run = RunSource.Read(artifacts);
            return process.ExitCode is 0 or ExitCode.RunFailed
                ? run
                : throw new LaunchException($"{_folder} ended with {process.ExitCode}: {lastWords}");
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException)
        {
            throw new LaunchException($"{_folder} ended with {process.ExitCode} and left no usable report: {(lastWords.Length > 0 ? lastWords : e.Message)}");
        }
        finally
        {
            if (Directory.Exists(artifacts))
                Directory.Delete(artifacts, recursive: true);
        }
    }

    /// <summary>Removes the reports.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_artifacts))
            Directory.Delete(_artifacts, recursive: true);
    }

    private static void Stop(Process process)
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
