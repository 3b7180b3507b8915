using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Files;
using Bench.Results.Show;

namespace Bench.Results.Prove;

/// <summary>
/// Copies of a built suite whose <c>Planted</c> benchmark does a known share of work more. Everything else in them is byte for byte the
/// same.
/// </summary>
public static class PlantedCopy
{
    /// <summary>Work that never enters the kernel.</summary>
    public const string Spin = "Spin";

    /// <summary>System calls.</summary>
    public const string Calls = "Calls";

    private const string Settings = "Benchmarks.runtimeconfig.json";

    /// <summary>Full name of the benchmark that does <paramref name="work"/>.</summary>
    public static string Benchmark(string work) => $"Bench.Workloads.Planted.{work}";

    /// <summary>
    /// Copies <paramref name="built"/> to <paramref name="folder"/> and plants <paramref name="percent"/> more of <paramref name="work"/>
    /// there.
    /// </summary>
    /// <exception cref="IOException">It can't be copied.</exception>
    public static string Make(string built, string folder, string work, int percent)
    {
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        string path = Path.Combine(folder, Settings);
        var settings = JsonNode.Parse(File.ReadAllText(path))!;
        settings["runtimeOptions"]!["configProperties"]![$"Bench.Planted.{work}"] = percent.ToString(CultureInfo.InvariantCulture);
        AtomicFile.Write(path, settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return folder;
    }
}
