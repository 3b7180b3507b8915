using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether the suite can be built, and for other runtimes than its own.</summary>
internal sealed class SdkCheck() : Check("sdk", FindingKind.Tools, ".NET SDK",
    "it builds the suite, and what --runtimes asks for; a suite that is built runs without it, each launch in a process of its own")
{
    public override bool NeedsLinux => false;

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        const string Fix = "install the .NET 10 SDK to build the suite again; to run it nothing is missing";
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Executables.Find(name, Environment.GetEnvironmentVariable("DOTNET_ROOT")) is not { } folder)
            return [Note("no dotnet in PATH or DOTNET_ROOT", Fix)];
        string link = Path.Combine(folder, name);
        string home = Path.GetDirectoryName(File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link)!;
        string sdks = Path.Combine(home, "sdk");
        string versions = Directory.Exists(sdks) ? string.Join(", ", Directory.GetDirectories(sdks).Select(Path.GetFileName).Order()) : "";
        // Some packages put a script in PATH and the rest elsewhere.
        return [versions.Length > 0 ? Ok($"{versions} in {home}") : Note($"{link}, with no SDK beside it", Fix)];
    }
}
