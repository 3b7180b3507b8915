namespace Bench.Machine.Readers;

/// <summary>/sys/devices/system/cpu/vulnerabilities (Documentation/ABI/testing/sysfs-devices-system-cpu).</summary>
internal static class Vulnerabilities
{
    /// <summary>One file for each.</summary>
    public const string Directory = "/sys/devices/system/cpu/vulnerabilities";

    private const string NotAffected = "Not affected";
    private const string Mitigation = "Mitigation: ";

    /// <summary>
    /// "name: what is done" for each that isn't "Not affected". Newer kernels list more that don't affect a processor; leaving those
    /// out keeps them from making two runs look different.
    /// </summary>
    public static IReadOnlyList<string> Active(SystemTree tree) =>
        [.. tree.Names(Directory).Select(name => (name, state: Condense(tree.LineOrWhy($"{Directory}/{name}"))))
            .Where(it => it.state.Length > 0).Select(it => $"{it.name}: {it.state}")];

    private static string Condense(string state)
    {
        if (state.StartsWith(Mitigation, StringComparison.Ordinal))
            state = state[Mitigation.Length..];
        return string.Join(", ",
            state.Split(';', StringSplitOptions.TrimEntries).Where(part => !part.EndsWith(NotAffected, StringComparison.Ordinal)));
    }
}
