using System.Diagnostics;

namespace Bench.Fidelity;

/// <summary>The system's C compiler, <c>cc</c> (c99(1p)'s successor on every Unix).</summary>
internal sealed class CCompiler
{
    private readonly string path;

    private CCompiler(string path) => this.path = path;

    /// <summary>The first <c>cc</c> in the directories of <paramref name="searchPath"/>, or null.</summary>
    public static CCompiler? Find(string? searchPath) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, "cc"))
            .Where(File.Exists)
            .Select(file => new CCompiler(file))
            .FirstOrDefault();

    /// <summary>Compiles one source file to a shared library with -O2.</summary>
    /// <param name="source">The file.</param>
    /// <param name="library">Where the library goes.</param>
    /// <exception cref="CLoopsException">The compiler refused; the message is its own.</exception>
    public void Compile(string source, string library)
    {
        var start = new ProcessStartInfo(path, ["-O2", "-shared", "-fPIC", "-o", library, source]) { RedirectStandardError = true };
        // Its intermediate files vanish with the private directory too.
        start.Environment["TMPDIR"] = Path.GetDirectoryName(library);
        using var process = Process.Start(start)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new CLoopsException($"{path} failed with status {process.ExitCode}: {errors.Trim()}");
    }
}
