namespace Bench.Machine.Readers;

/// <summary>/proc/cmdline (bootparam(7)). Only named options are taken from it: the rest may be nobody's business.</summary>
internal static class BootOptions
{
    private const string File = "/proc/cmdline";

    /// <summary>Those of the options called <paramref name="names"/> that the kernel was booted with, as written, in their order.</summary>
    public static IReadOnlyList<string> Find(SystemTree tree, params string[] names)
    {
        string[] words = (tree.Line(File) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // What follows "--" is for the first process, not for the kernel.
        return [.. words.TakeWhile(word => word != "--").Where(word => names.Contains(word.Split('=')[0], StringComparer.Ordinal))];
    }
}
