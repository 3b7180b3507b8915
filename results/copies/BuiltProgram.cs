using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Bench.Results.Data;

namespace Bench.Results.Copies;

/// <summary>A program with BenchmarkDotNet as a build leaves it.</summary>
/// <param name="Folder">The folder that it was built into.</param>
/// <param name="Assembly">Its file's name there: <c>NAME.dll</c>.</param>
public sealed record BuiltProgram(string Folder, string Assembly)
{
    private const string Library = "BenchmarkDotNet.dll";
    private const string Settings = ".runtimeconfig.json";

    // The suite's own library, which copies of every release have.
    private const string OfSuite = "Bench.Interop";

    /// <summary>Its file.</summary>
    public string Path { get; } = System.IO.Path.Combine(Folder, Assembly);

    /// <summary>Whether it is the suite.</summary>
    public bool IsSuite => Assembly == SuiteCopy.Assembly && References(OfSuite);

    /// <summary>Finds one in a folder, or where a project's folder is built in Release.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="assembly">Its file's name; null for the suite, or else the only one that is there.</param>
    /// <exception cref="ReadException">There is none, or several.</exception>
    public static BuiltProgram Find(string folder, string? assembly = null)
    {
        if (assembly is not null
            && (System.IO.Path.GetFileName(assembly) != assembly || !assembly.EndsWith(".dll", StringComparison.Ordinal)))
            throw new ReadException("--assembly", $"{assembly} is no file's name as NAME.dll");
        BuiltProgram[] found = [.. Places(folder).Select(place => Programs(place, assembly)).FirstOrDefault(here => here.Length > 0) ?? []];
        string what = assembly ?? $"program with {Library}";
        return found.FirstOrDefault(program => program.IsSuite)
            ?? found.Length switch
            {
                0 => throw new ReadException(folder, $"no {what} there, nor in bin/Release (build that copy with -c Release)"),
                1 => found[0],
                _ => throw new ReadException(folder, $"holds several programs: {string.Join(", ", found.Select(Name))}. Name one by "
                    + (found.DistinctBy(program => program.Folder).Count() > 1 ? "its folder" : "--assembly")),
            };

        string Name(BuiltProgram program) => System.IO.Path.GetRelativePath(folder, program.Path);
    }

    // Those of one place count together: a project built for several frameworks has several programs.
    private static IEnumerable<string[]> Places(string folder)
    {
        string full = System.IO.Path.GetFullPath(folder);
        yield return [full];
        foreach (string project in new[] { full, System.IO.Path.Combine(full, "benchmarks") })
            if (System.IO.Path.Combine(project, "bin", "Release") is var builds && Directory.Exists(builds))
                yield return [.. Directory.EnumerateDirectories(builds).Order(StringComparer.Ordinal)];
    }

    private static BuiltProgram[] Programs(string[] folders, string? assembly) =>
        [.. folders.Where(folder => File.Exists(System.IO.Path.Combine(folder, Library))).SelectMany(folder => Programs(folder, assembly))];

    private static IEnumerable<BuiltProgram> Programs(string folder, string? assembly) =>
        (assembly is null
            ? Directory.EnumerateFiles(folder, $"*{Settings}").Select(file => $"{System.IO.Path.GetFileName(file)[..^Settings.Length]}.dll")
            : [assembly])
        .Order(StringComparer.Ordinal)
        .Select(name => new BuiltProgram(folder, name))
        .Where(program => File.Exists(program.Path));

    private bool References(string assembly)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(Path));
            var names = file.GetMetadataReader();
            return names.AssemblyReferences.Any(handle =>
                names.StringComparer.Equals(names.GetAssemblyReference(handle).Name, assembly));
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
