using System.Text.Json.Nodes;
using Bench.Interop.Processes;

namespace Bench.Launching.Built;

/// <summary>The built suite that is running, as something that programs of their own can be compiled against and started with.</summary>
/// <param name="Folder">Where its assemblies lie.</param>
/// <param name="Host">The <c>dotnet</c> that runs it.</param>
/// <param name="RuntimeConfig">Its <c>runtimeconfig.json</c>.</param>
internal sealed record BuiltSuite(string Folder, string Host, string RuntimeConfig)
{
    // In runtimeconfig.template.json: verbs are over before profiles pay, which take a third of their time, and the collector's usual
    // budget leaves much uncollected: a report of 50,000 rows takes 311 MB with it, and 237 with the template's.
    private static readonly string[] ForVerbs = ["System.Runtime.TieredPGO", "System.GC.Gen0MaxBudget"];

    /// <summary>The suite of this process; null with the reason where no other program can be run with it.</summary>
    public static BuiltSuite? Find(out string whyNot)
    {
        string assembly = typeof(BuiltSuite).Assembly.Location;
        string config = Path.ChangeExtension(assembly, ".runtimeconfig.json");
        whyNot = assembly.Length == 0 ? "this suite is published as one file"
            : !File.Exists(config) ? $"there is no {config}"
            : !File.Exists(DotnetHost.Path) ? $"there is no {DotnetHost.Path} that could run others"
            : "";
        return whyNot.Length == 0 ? new BuiltSuite(Path.GetDirectoryName(assembly)!, DotnetHost.Path, config) : null;
    }

    /// <summary>Everything that this process could load, which is all that a generated program can refer to.</summary>
    public static string[] References => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <summary>The settings of the runtime for a launch: this suite's without those for its verbs, and others for the collector.</summary>
    public string RuntimeSettings(bool server, bool concurrent, bool? retainVm)
    {
        var config = JsonNode.Parse(File.ReadAllText(RuntimeConfig))!;
        var properties = config["runtimeOptions"]!["configProperties"]!.AsObject();
        foreach (string name in ForVerbs)
            properties.Remove(name);
        properties["System.GC.Server"] = server;
        properties["System.GC.Concurrent"] = concurrent;
        if (retainVm is not null)
            properties["System.GC.RetainVM"] = retainVm;
        return config.ToJsonString();
    }
}
