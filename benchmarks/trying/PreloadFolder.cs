using System.Runtime.Versioning;
using Bench.Interop.Processes;

namespace Bench.Trying;

/// <summary>Libraries to preload, as files that any user can load for as long as this stands.</summary>
[SupportedOSPlatform("linux")]
internal sealed class PreloadFolder : IDisposable
{
    private const UnixFileMode OthersPass = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly Dictionary<PreloadLibrary, string> files = [];
    private ProcessFolder? folder;

    /// <summary>The library's file, which is written when it is asked for first.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public string PathOf(PreloadLibrary library)
    {
        if (!files.TryGetValue(library, out string? path))
            files[library] = path = Write(library);
        return path;
    }

    /// <summary>Removes them.</summary>
    public void Dispose() => folder?.Dispose();

    private string Write(PreloadLibrary library)
    {
        folder ??= Passable(ProcessFolder.Create(atSignals: false));
        string path = folder[$"{library.Name}-{library.Argument}.so"];
        File.WriteAllBytes(path, library.Bytes());
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | OthersRead);
        return path;
    }

    private static ProcessFolder Passable(ProcessFolder folder)
    {
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | OthersPass);
        return folder;
    }
}
