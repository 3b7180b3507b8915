namespace Bench.Tests.Folders;

/// <summary>Folders that need each other, directly or through others.</summary>
internal static class Rings
{
    /// <summary>Every reference that is part of a ring, one for each pair of folders, in words.</summary>
    /// <param name="references">All references.</param>
    /// <param name="depth">How many folders below the project make a node; what lies deeper counts to it.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Reference> references, int depth)
    {
        var arrows = references
            .Select(reference => (From: Node(reference.From.Folder, depth), To: Node(reference.To.Folder, depth), Reference: reference))
            .Where(arrow => arrow.From != arrow.To)
            .DistinctBy(arrow => (arrow.From, arrow.To))
            .ToArray();
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        return [.. arrows.Where(arrow => Reaches(next, arrow.To, arrow.From))
            .Select(arrow => $"{arrow.From} <-> {arrow.To}: {arrow.Reference}")];
    }

    private static string Node(string folder, int depth) => string.Join('/', folder.Split('/').Take(depth + 1));

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        HashSet<string> seen = [from];
        var open = new Stack<string>(seen);
        while (open.TryPop(out string? folder))
        {
            if (folder == to)
                return true;
            foreach (string other in next[folder].Where(seen.Add))
                open.Push(other);
        }
        return false;
    }
}
