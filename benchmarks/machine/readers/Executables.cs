namespace Bench.Machine.Readers;

/// <summary>Programs that a shell would find.</summary>
internal static class Executables
{
    /// <summary>
    /// The first folder of PATH, after those in <paramref name="first"/>, that holds <paramref name="name"/>; null where none does.
    /// </summary>
    public static string? Find(string name, params ReadOnlySpan<string?> first)
    {
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string?[] folders = [.. first, .. path];
        return folders.FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && File.Exists(Path.Combine(folder, name)));
    }
}
