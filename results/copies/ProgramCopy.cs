using System.Globalization;
using Bench.Interop.Processes;
using Bench.Results.Data;
using Bench.Results.Input;

namespace Bench.Results.Copies;

/// <summary>
/// A built copy of any program with BenchmarkDotNet that hands its arguments on. It is launched in process: BenchmarkDotNet's usual way is
/// to build from a project, which a copy lacks or which is another one's. Reports go to a temporary folder, removed on disposal.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="options">BenchmarkDotNet's options for every launch.</param>
/// <param name="say">Takes the line about what it can't measure.</param>
public sealed class ProgramCopy(BuiltProgram program, IReadOnlyList<string> options, Action<string> say) : ICopy, IDisposable
{
    private const int MostNames = 3;

    private readonly ProcessFolder temporary = ProcessFolder.Create(atSignals: false);
    private readonly HashSet<string> jobs = [];
    private int launches;
    private bool hasSaid;

    /// <inheritdoc/>
    public Run Launch(IReadOnlyCollection<string> filters, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LaunchFilter.RefuseOptions(filters);
        string artifacts = temporary[(++launches).ToString(CultureInfo.InvariantCulture)];
        var words = new ProgramWords();
        int status = Start(artifacts, [.. filters.Select(filter => filter.WithoutJob(jobs)).Distinct()], words, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!Directory.Exists(artifacts))
            throw new LaunchException(words.HasBegun || words.Reason is null
                ? $"{program.Path} leaves its arguments aside: its Main has to hand them to BenchmarkDotNet, as in "
                    + "BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args)"
                : $"{program.Path} ended with {status}: {words.Reason}");
        var run = Read(artifacts, status, words).OfOneJob();
        jobs.UnionWith(run.Rows.Select(row => row.Job).OfType<string>());
        SayWhatIsLeftOut(run, words);
        Directory.Delete(artifacts, recursive: true);
        return run;
    }

    /// <summary>Removes the reports.</summary>
    public void Dispose() => temporary.Dispose();

    private int Start(string artifacts, string[] filters, ProgramWords words, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // In an empty folder: a job that can't run in process then fails at once, since no project is to be found there.
        var process = new CopyProcess(Directory.CreateDirectory(temporary["here"]).FullName, temporary["tmp"],
            [DotnetHost.Command, program.Path, "--filter", .. filters.DefaultIfEmpty("*"), "--artifacts", artifacts, "--inProcess",
                "--launchCount", "1", "--exporters", "fullJson", .. options]);
        return process.Run(Hear, words.HearError, stop.Token);

        void Hear(string line)
        {
            words.Hear(line);
            // It makes the folder before it says so: a program that didn't would now measure everything, somewhere else.
            if (words.HasBegun && !Directory.Exists(artifacts))
                stop.Cancel();
        }
    }

    private Run Read(string artifacts, int status, ProgramWords words)
    {
        try
        {
            return RunSource.Read(artifacts);
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException)
        {
            throw new LaunchException($"{program.Path} ended with {status} and left no usable report: {words.Reason ?? e.Message}");
        }
    }

    private void SayWhatIsLeftOut(Run run, ProgramWords words)
    {
        if (hasSaid || run.LeftOut.Count == 0)
            return;
        hasSaid = true;
        string more = run.LeftOut.Count > MostNames ? $" and {run.LeftOut.Count - MostNames} more" : "";
        say($"not measured by {program.Path}, as it failed or has a job of its own that does not run in process: "
            + $"{string.Join(", ", run.LeftOut.Take(MostNames).Select(row => row.Benchmark))}{more}"
            + (words.Reason is { } reason ? $" ({reason})" : ""));
    }
}
