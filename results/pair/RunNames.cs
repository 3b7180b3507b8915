namespace Bench.Results.Pair;

/// <summary>Short names for runs: as much of the end of each path as tells them apart.</summary>
public static class RunNames
{
    // Parts of a path that every run has, and that tell no one which machine it was.
    private static readonly string[] Said = ["BenchmarkDotNet.Artifacts", "results", "."];
    private static readonly string[] Endings = ["-report-full.json", "-report-full-compressed.json", ".json"];

    /// <summary>One name a path, in the same order, all different.</summary>
    public static string[] Of(IReadOnlyList<string> paths)
    {
        string[][] parts = paths.Select(Parts).ToArray();
        string[] names = parts.Select(p => p[^1]).ToArray();
        for (int depth = 2; names.Distinct().Count() < names.Length && parts.Any(p => p.Length >= depth); depth++)
        {
            var doubled = names.GroupBy(n => n).Where(g => g.Count() > 1).SelectMany(g => g).ToHashSet();
            names = [.. names.Select((name, i) => doubled.Contains(name) ? string.Join('/', parts[i].TakeLast(depth)) : name)];
        }

        // The same path twice is the same run twice.
        HashSet<string> taken = [];
        return [.. names.Select(name => Enumerable.Range(1, int.MaxValue).Select(k => k == 1 ? name : $"{name}#{k}").First(taken.Add))];
    }

    private static string[] Parts(string path)
    {
        string[] parts = [.. Path.GetFullPath(path).Split('/', '\\').Where(p => p.Length > 0 && !Said.Contains(p)).Select(WithoutEnding)];
        return parts.Length == 0 ? [path] : parts;
    }

    private static string WithoutEnding(string part) =>
        Endings.FirstOrDefault(e => part.Length > e.Length && part.EndsWith(e, StringComparison.Ordinal)) is { } ending
            ? part[..^ending.Length]
            : part;
}
