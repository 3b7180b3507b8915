using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Bench.Interop.Processes;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;

namespace Bench.Results.Copies;

/// <summary>
/// A built copy of the suite that can be launched again and again. Its reports go to a temporary folder, removed on disposal.
/// </summary>
public sealed class SuiteCopy : ICopy, IDisposable
{
    /// <summary>
    /// The environment variable that names a seat at a table of turns to the processes of a side; copies of every release know it.
    /// </summary>
    public const string TurnsVariable = "BENCH_TURNS";

    /// <summary>The suite's program.</summary>
    internal const string Assembly = "Benchmarks.dll";

    private readonly string folder;
    private readonly IReadOnlyList<string> options;
    private readonly Action<string>? say;
    private readonly ProcessFolder temporary;
    private int launches;

    /// <summary>Names a copy by the folder that holds its <c>Benchmarks.dll</c>, or by its project folder built in Release.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Options for every launch, after the filter.</param>
    /// <param name="say">Takes the line by which a launch says that it waits for another run of the suite.</param>
    /// <exception cref="LaunchException">There is no such copy.</exception>
    public SuiteCopy(string folder, IReadOnlyList<string> options, Action<string>? say = null)
    {
        this.folder = Find(folder);
        this.options = options;
        this.say = say;
        temporary = ProcessFolder.Create(atSignals: false);
    }

    /// <summary>The folder of the copy's <c>Benchmarks.dll</c>.</summary>
    /// <exception cref="ReadException">There is no such copy.</exception>
    public static string Find(string folder)
    {
        string[] places = ["", "bin/Release/net10.0", "benchmarks/bin/Release/net10.0"];
        return places.Select(place => Path.GetFullPath(Path.Combine(folder, place)))
            .FirstOrDefault(f => File.Exists(Path.Combine(f, Assembly)))
            ?? throw new ReadException(folder, $"no {Assembly} there (build that copy with -c Release)");
    }

    /// <summary>
    /// Whether its processes can run beside another copy's, iteration by iteration: copies built before there were turns can't.
    /// </summary>
    public bool TakesTurns
    {
        get
        {
            using var file = new PEReader(File.OpenRead(Path.Combine(this.folder, Assembly)));
            var types = file.GetMetadataReader();
            return types.TypeDefinitions.Any(handle => types.StringComparer.Equals(types.GetTypeDefinition(handle).Name, "Turns"));
        }
    }

    /// <inheritdoc/>
    // All in one process: a launch is one already, and to build others inside it would take most of the time.
    public Run Launch(IReadOnlyCollection<string> filters, CancellationToken cancellation) =>
        Start(filters, ["--inProcess"], [], cancellation);

    /// <summary>The same for a process that takes turns with another one, at the seat it is given.</summary>
    internal Run Launch(IReadOnlyCollection<string> filters, KeyValuePair<string, string> seat, CancellationToken cancellation) =>
        Start(filters, ["--inProcess"], [seat], cancellation);

    /// <summary>Runs the benchmarks in rounds, a process for each launch of each, as the suite does by itself.</summary>
    /// <param name="filters">BenchmarkDotNet filters; none for every benchmark.</param>
    /// <param name="rounds">Launches of each.</param>
    /// <param name="cancellation">Ends the process, gently first.</param>
    /// <exception cref="LaunchException">It brought no usable report.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Run LaunchRounds(IReadOnlyCollection<string> filters, int rounds, CancellationToken cancellation) =>
        Start(filters, ["--rounds", rounds.ToString(CultureInfo.InvariantCulture)], [], cancellation);

    private Run Start(IReadOnlyCollection<string> filters, string[] mode, KeyValuePair<string, string>[] environment,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LaunchFilter.RefuseOptions(filters);
        string artifacts = temporary[Interlocked.Increment(ref launches).ToString(CultureInfo.InvariantCulture)];
        string lastWords = "";
        // BenchmarkDotNet looks for its project from there upwards, and each copy has its own.
        var process = new CopyProcess(this.folder, temporary["tmp"],
            [DotnetHost.Command, Path.Combine(this.folder, Assembly), "--filter", .. filters.DefaultIfEmpty("*"), "--artifacts", artifacts,
                .. mode, .. this.options], environment);
        int status = process.Run(SayThatItWaits, line => lastWords = line, cancellation);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var run = RunSource.Read(artifacts);
            return status is 0 or ExitCode.RunFailed
                ? run
                : throw new LaunchException($"{this.folder} ended with {status}: {lastWords}");
        }
        catch (Exception e) when (e is ReadException or MixedMachinesException)
        {
            throw new LaunchException(
                $"{this.folder} ended with {status} and left no usable report: {(lastWords.Length > 0 ? lastWords : e.Message)}");
        }
        finally
        {
            if (Directory.Exists(artifacts))
                Directory.Delete(artifacts, recursive: true);
        }
    }

    /// <summary>Removes the reports.</summary>
    public void Dispose() => temporary.Dispose();

    private void SayThatItWaits(string line)
    {
        if (line.StartsWith("waiting ", StringComparison.Ordinal))
            this.say?.Invoke(line);
    }
}
