namespace Bench.Machine.Readers;

/// <summary>
/// Folders beside the executable in which BenchmarkDotNet built its programs, and which a killed run left there: a GUID by name, with a
/// project of that name.
/// </summary>
internal static class LeftBuilds
{
    /// <summary>Removes them, as far as they can be; nothing may be measuring.</summary>
    /// <param name="folder">The executable's folder.</param>
    /// <returns>Those removed.</returns>
    public static IReadOnlyList<string> Remove(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(IsLeft).Order(StringComparer.Ordinal).Where(TryRemove)];

    private static bool IsLeft(string path) =>
        Guid.TryParseExact(Path.GetFileName(path), "D", out _)
        && new DirectoryInfo(path).LinkTarget is null
        && Directory.EnumerateFiles(path).Any(file => Path.GetFileNameWithoutExtension(file) == Path.GetFileName(path));

    private static bool TryRemove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
