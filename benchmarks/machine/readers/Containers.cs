namespace Bench.Machine.Readers;

/// <summary>Signs that this process runs in a container.</summary>
internal static class Containers
{
    private static readonly string[] Makers = ["kubepods", "docker", "containerd", "libpod", "lxc", "garden", "crio"];

    /// <summary>The kind of container and the sign by which it is known; null where none is seen.</summary>
    public static string? Describe(SystemTree tree)
    {
        // systemd and its friends write the name here for whom it concerns (https://systemd.io/CONTAINER_INTERFACE).
        if (tree.Line("/run/systemd/container") is { } named)
            return named;
        if (tree.Exists("/run/.containerenv"))
            return "podman (/run/.containerenv)";
        if (tree.Exists("/.dockerenv"))
            return "docker (/.dockerenv)";
        string groups = tree.Text("/proc/self/cgroup") ?? "";
        return Makers.FirstOrDefault(maker => groups.Contains(maker, StringComparison.Ordinal)) is { } maker
            ? $"{maker} (control group)"
            : null;
    }
}
