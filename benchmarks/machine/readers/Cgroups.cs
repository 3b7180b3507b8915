namespace Bench.Machine.Readers;

/// <summary>A directory of a control group of this process.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="IsV2">Whether its files are those of version 2.</param>
internal readonly record struct CgroupDirectory(string Path, bool IsV2);

/// <summary>Where the control groups of this process lie (cgroups(7)), in either version or both at once.</summary>
internal static class Cgroups
{
    // Deeper trees are not made by anyone; garbage in /proc must not cost time.
    private const int MaxDepth = 64;

    /// <summary>Every directory whose limits bind this process for a controller: its own and those above, own first.</summary>
    public static IReadOnlyList<CgroupDirectory> Binding(SystemTree tree, string controller)
    {
        var found = new List<CgroupDirectory>();
        foreach (string line in tree.Lines("/proc/self/cgroup"))
        {
            // hierarchy:controllers:path
            string[] parts = line.Split(':', 3);
            if (parts.Length < 3)
                continue;
            bool isV2 = parts[0] == "0" && parts[1].Length == 0;
            if (!isV2 && !parts[1].Split(',').Contains(controller, StringComparer.Ordinal))
                continue;
            var (mount, mountRoot) = Mount(tree, controller, isV2);
            found.AddRange(Upwards(mount, Below(parts[2].Trim(), mountRoot)).Select(path => new CgroupDirectory(path, isV2)));
        }
        return found;
    }

    private static (string Mount, string Root) Mount(SystemTree tree, string controller, bool isV2)
    {
        foreach (string line in tree.Lines("/proc/self/mountinfo"))
        {
            // id parent major:minor root mount options... - type source options (proc_pid_mountinfo(5))
            string[] halves = line.Split(" - ", 2);
            string[] left = halves[0].Split(' ');
            string[] right = halves.Length == 2 ? halves[1].Split(' ') : [];
            if (left.Length < 5 || right.Length < 3)
                continue;
            if (isV2 ? right[0] == "cgroup2" : right[0] == "cgroup" && right[2].Split(',').Contains(controller, StringComparer.Ordinal))
                return (left[4].TrimEnd('/'), left[3]);
        }
        return (isV2 ? "/sys/fs/cgroup" : $"/sys/fs/cgroup/{controller}", "/");
    }

    // A container may see its own group as the root of the mount while /proc names it from the host's root, or as "/../..":
    // then the mount itself is the nearest group there is.
    private static string Below(string path, string mountRoot)
    {
        string root = mountRoot.TrimEnd('/');
        bool below = path.StartsWith(root + "/", StringComparison.Ordinal) && !path.Split('/').Contains("..");
        return below ? path[root.Length..].TrimEnd('/') : "";
    }

    private static IEnumerable<string> Upwards(string mount, string path)
    {
        for (int depth = 0; depth < MaxDepth && path.Length > 0; depth++)
        {
            yield return mount + path;
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        }
        yield return mount;
    }
}
