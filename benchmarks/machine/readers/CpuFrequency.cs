namespace Bench.Machine.Readers;

/// <summary>Who sets the processors' frequency, and how high (Documentation/admin-guide/pm/cpufreq.rst).</summary>
internal static class CpuFrequency
{
    private const string Cpu = "/sys/devices/system/cpu";

    /// <summary>The governors in force, each once; none where the system doesn't show them.</summary>
    public static IReadOnlyList<string> Governors(SystemTree tree) =>
        [.. Policies(tree).Select(policy => tree.Line($"{policy}/scaling_governor")).OfType<string>().Distinct()];

    /// <summary>Whether boost is on, and the command that turns it off; null where the system doesn't show it.</summary>
    public static (bool On, string Off)? Boost(SystemTree tree)
    {
        const string Intel = $"{Cpu}/intel_pstate/no_turbo", Generic = $"{Cpu}/cpufreq/boost";
        if (tree.Number(Intel) is { } noTurbo)
            return (noTurbo == 0, $"echo 1 | sudo tee {Intel}");
        if (tree.Number(Generic) is { } boost)
            return (boost != 0, $"echo 0 | sudo tee {Generic}");
        long[] each = [.. Policies(tree).Select(policy => tree.Number($"{policy}/boost")).OfType<long>()];
        return each.Length > 0 ? (each.Any(on => on != 0), $"echo 0 | sudo tee {Cpu}/cpufreq/policy*/boost") : null;
    }

    private static IEnumerable<string> Policies(SystemTree tree) =>
        tree.Names($"{Cpu}/cpufreq").Where(name => name.StartsWith("policy", StringComparison.Ordinal))
            .Select(name => $"{Cpu}/cpufreq/{name}");
}
