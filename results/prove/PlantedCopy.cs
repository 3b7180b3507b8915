using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Show;

namespace Bench.Results.Prove;

/// <summary>Copies of a built suite whose <c>Planted</c> benchmark does a known share of work more. Everything else in them is byte for byte the same.</summary>
public static class PlantedCopy
{
    /// <summary>The benchmark that is slowed down.</summary>
    public const string Benchmark = "Bench.Workloads.Planted.Spin";

    private const string Settings = "Benchmarks.runtimeconfig.json";
    private const string Property = "Bench.Planted.Spin";

    /// <summary>Copies <paramref name="built"/> to <paramref name="folder"/> and plants <paramref name="percent"/> there.</summary>
    /// <exception cref="IOException">It can't be copied.</exception>
    public static string Make(string built, string folder, int percent)
    {
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        var path = Path.Combine(folder, Settings);
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        settings["runtimeOptions"]!["configProperties"]![Property] = percent.ToString(CultureInfo.InvariantCulture);
        AtomicFile.Write(path, settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return folder;
    }
}
