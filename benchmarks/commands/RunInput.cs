using System.CommandLine;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;

namespace Bench.Commands;

/// <summary>Reads the runs that a verb is given, and says on stderr what the reader left aside.</summary>
/// <param name="job">Of a run of several jobs this one's rows, by their names without it; null for all.</param>
internal sealed class RunInput(string? job)
{
    /// <summary>The option of the verbs that read runs.</summary>
    public static Option<string?> JobName() => new("--job-name")
    {
        Description =
            "of a run of several jobs (--runtimes net9.0 net10.0) only this one's rows, by their names without it; a run of one job is "
            + "taken as it is",
        HelpName = "NAME",
    };

    /// <summary>The run of this path.</summary>
    public Run Read(string path) => Read([path])[0];

    /// <summary>The runs of these paths.</summary>
    public Run[] Read(IEnumerable<string> paths)
    {
        var source = new RunSource();
        return [.. paths.Select(path => Read(source, path))];
    }

    private Run Read(RunSource source, string path)
    {
        var run = source.Open(path);
        foreach (string note in run.Notes)
            Console.Error.WriteLine($"note: {note}");
        return job is null ? run : run.Only(job);
    }
}
