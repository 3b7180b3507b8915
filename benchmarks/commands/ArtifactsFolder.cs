using BenchmarkDotNet.Configs;

namespace Bench.Commands;

/// <summary>The folder that a run's reports go to.</summary>
internal static class ArtifactsFolder
{
    /// <summary>Its path: what <c>--artifacts</c> says, or BenchmarkDotNet's usual one in the current folder.</summary>
    public static string Of(IConfig config) => config.ArtifactsPath ?? DefaultConfig.Instance.ArtifactsPath;

    /// <summary>Makes it, and tells why it can't be written to; null where it can.</summary>
    public static string? WhyNot(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            using var probe = new FileStream(Path.Combine(path, $".{Environment.ProcessId}"),
                new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"no reports can be written to {path} (--artifacts names another folder): {e.Message}";
        }
    }
}
