using System.Globalization;
using System.Runtime.Versioning;

namespace Bench.Interop.Perf;

/// <summary>Names of the kernel's functions by address (proc_kallsyms(5); kernel/kallsyms.c).</summary>
public sealed class KernelSymbols
{
    /// <summary>Where the kernel shows them.</summary>
    public const string File = "/proc/kallsyms";

    private readonly ulong[] starts;
    private readonly string[] names;

    private KernelSymbols((ulong Start, string Name)[] functions)
    {
        starts = [.. functions.Select(function => function.Start)];
        names = [.. functions.Select(function => function.Name)];
    }

    /// <summary>Functions.</summary>
    public int Count => names.Length;

    /// <summary>The running kernel's; null with the reason where it shows none.</summary>
    [SupportedOSPlatform("linux")]
    public static KernelSymbols? TryRead(out string reason)
    {
        try
        {
            var read = Parse(System.IO.File.ReadLines(File));
            reason = read.Count > 0 ? "" : $"{File} shows no addresses: this needs root (CAP_SYSLOG) and sysctl kernel.kptr_restrict=1 "
                + "at most, or kernel.kptr_restrict=0 and kernel.perf_event_paranoid=1 at most";
            return read.Count > 0 ? read : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = e is FileNotFoundException ? $"this kernel has no {File} (CONFIG_KALLSYMS)" : $"{File}: {e.Message}";
            return null;
        }
    }

    /// <summary>
    /// Reads lines "ffffffff81000000 T name [module]"; those of data, without an address, or of any other form are passed over.
    /// </summary>
    public static KernelSymbols Parse(IEnumerable<string> lines)
    {
        Dictionary<ulong, (bool Global, string Name)> best = [];
        foreach (string line in lines)
        {
            if (Read(line) is var (start, global, name) && start != 0
                && !(best.TryGetValue(start, out var other) && Prefers(other, (global, name))))
                best[start] = (global, name);
        }
        return new KernelSymbols([.. best.Select(entry => (entry.Key, entry.Value.Name)).OrderBy(function => function.Key)]);
    }

    /// <summary>The function that an address lies in, which begins at it or before; null for one before all.</summary>
    public string? Find(ulong address)
    {
        int at = Array.BinarySearch(starts, address);
        at = at >= 0 ? at : ~at - 1;
        return at >= 0 ? names[at] : null;
    }

    // Of several names of one function the global one, else the one with fewer underscores before it, else the first.
    private static bool Prefers((bool Global, string Name) first, (bool Global, string Name) second) =>
        first.Global != second.Global ? first.Global : Underscores(first.Name) <= Underscores(second.Name);

    private static int Underscores(string name) => name.Length - name.TrimStart('_').Length;

    private static (ulong Start, bool Global, string Name)? Read(string line)
    {
        string[] parts = line.Split([' ', '\t'], 4, StringSplitOptions.RemoveEmptyEntries);
        return parts is [var address, [var type], var name, ..] && type is 'T' or 't' or 'W' or 'w'
            && ulong.TryParse(address, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong start)
                ? (start, type is 'T', name)
                : null;
    }
}
