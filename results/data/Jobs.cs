using System.Text.RegularExpressions;

namespace Bench.Results.Data;

/// <summary>
/// The jobs of a report. Where a benchmark was measured by several, BenchmarkDotNet names all its rows alike, and only DisplayInfo says
/// which job each is of.
/// </summary>
public static partial class Jobs
{
    /// <summary>What the job of a row is called: <c>.NET 9.0</c>; null where DisplayInfo is not as BenchmarkDotNet writes it.</summary>
    /// <param name="displayInfo"><c>Type.Title: Id(Property=value, …) [Parameter=value, …]</c>; properties and parameters may be
    /// missing.</param>
    /// <param name="title">The method's title as reported.</param>
    internal static string? NameIn(string displayInfo, string title)
    {
        int start = displayInfo.IndexOf($".{title}: ", StringComparison.Ordinal);
        if (start < 1)
            return null;
        string job = displayInfo[(start + title.Length + 3)..];
        if (job.EndsWith(']') && job.IndexOf(" [", StringComparison.Ordinal) is > 0 and var parameters)
            job = job[..parameters];
        if (job.EndsWith(')') && job.IndexOf('(', StringComparison.Ordinal) is > 0 and var properties)
            job = job[..properties];
        return job.Trim() is { Length: > 0 } name ? name : null;
    }

    /// <summary>A job's name as <c>--runtimes</c> spells it: <c>net9.0</c> for <c>.NET 9.0</c>; others as they are.</summary>
    public static string Short(string job) =>
        Runtime().Match(job) is not { Success: true } runtime ? job : runtime.Groups["kind"].Value switch
        {
            ".NET" => $"net{runtime.Groups["version"].Value}",
            ".NET Core" => $"netcoreapp{runtime.Groups["version"].Value}",
            "NativeAOT" => $"nativeaot{runtime.Groups["version"].Value}",
            _ => $"net{runtime.Groups["version"].Value.Replace(".", "", StringComparison.Ordinal)}",
        };

    /// <summary>The rows of one job of a run, by their names without it; a run of one job as it is.</summary>
    /// <exception cref="ReadException">The run has several jobs and none is called <paramref name="job"/>.</exception>
    public static Run Only(this Run run, string job)
    {
        string[] jobs = [.. run.Rows.Select(row => row.Job).OfType<string>().Distinct()];
        if (jobs.Length == 0)
            return run;
        string wanted = jobs.FirstOrDefault(name => name.Equals(Short(job), StringComparison.OrdinalIgnoreCase))
            ?? throw new ReadException(run.Source, $"no job is called {job}; there are: {string.Join(", ", jobs)}");
        return run with
        {
            Rows = [.. run.Rows.Where(row => row.Job == wanted).Select(WithoutJob)],
            LeftOut =
                [.. run.LeftOut
                    .Where(l => !jobs.Any(other => other != wanted && l.Benchmark.EndsWith(Suffix(other), StringComparison.Ordinal)))
                    .Select(l => l with { Benchmark = Without(l.Benchmark, wanted) })],
        };
    }

    /// <summary>The run with names that need no job's, where all that was measured is of one job; else as it is.</summary>
    public static Run OfOneJob(this Run run) => run.Rows.Select(row => row.Job).OfType<string>().Distinct().Count() != 1
        ? run
        : run with { Rows = [.. run.Rows.Select(row => row.Job is null ? row : WithoutJob(row))] };

    /// <summary>A row's name without the job of these that it ends with.</summary>
    internal static string WithoutJob(this string name, IEnumerable<string> jobs) => jobs.Aggregate(name, Without);

    /// <summary>The row with its job's name behind its own.</summary>
    internal static BenchmarkRow WithJob(this BenchmarkRow row, string job) =>
        row with { Job = job, FullName = row.FullName + Suffix(job), Title = row.Title + Suffix(job) };

    /// <summary>A job behind a name.</summary>
    internal static string Suffix(string job) => $" [{job}]";

    private static BenchmarkRow WithoutJob(BenchmarkRow row) =>
        row with { FullName = Without(row.FullName, row.Job!), Title = Without(row.Title, row.Job!) };

    private static string Without(string name, string job) =>
        name.EndsWith(Suffix(job), StringComparison.Ordinal) ? name[..^Suffix(job).Length] : name;

    [GeneratedRegex(@"^(?<kind>\.NET|\.NET Core|\.NET Framework|NativeAOT) (?<version>\d+(\.\d+)+)$")]
    private static partial Regex Runtime();
}
