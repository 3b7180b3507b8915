namespace Bench.Tests.Folders;

/// <summary>A row of the table.</summary>
/// <param name="Folder">Its path from the repository on; what lies in it counts to it unless it has a row of its own.</param>
/// <param name="Uses">Folders that it may use with all that is in them; null for all below.</param>
internal sealed record FolderRow(string Folder, IReadOnlyList<string>? Uses);

/// <summary>An arrow that is there although it shouldn't be.</summary>
internal sealed record KnownException(string From, string To);

/// <summary>The table of docs/architecture.md: which folder may use which, from the top down.</summary>
internal sealed class FolderTable
{
    private const string AllBelow = "all below";
    private const string ExceptionsBegin = "## Exceptions";

    private readonly List<FolderRow> rows = [];
    private readonly List<KnownException> exceptions = [];

    private FolderTable() { }

    /// <summary>Reads Markdown: rows that begin with a name in backticks; after the heading "Exceptions" they are those.</summary>
    public static FolderTable Parse(string markdown)
    {
        var table = new FolderTable();
        bool exceptions = false;
        foreach (string line in markdown.Split('\n'))
        {
            exceptions |= line.StartsWith(ExceptionsBegin, StringComparison.Ordinal);
            if (!line.StartsWith("| `", StringComparison.Ordinal))
                continue;
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries)[1..^1];
            if (exceptions)
                table.exceptions.Add(new KnownException(Named(cells[0]).Single(), Named(cells[1]).Single()));
            else
                table.Add(Named(cells[0]).Single(), cells[^1]);
        }
        return table;
    }

    /// <summary>What is wrong, in words that name both places.</summary>
    public IReadOnlyList<string> Breaches(IReadOnlyList<Reference> references) =>
    [
        .. references.DistinctBy(reference => (reference.From.Folder, reference.To.Folder)).Select(WhyNot).OfType<string>(),
        .. exceptions.Where(known => !references.Any(reference => Fits(known, reference)))
            .Select(known => $"{known.From} no longer uses {known.To}: take it out of the exceptions"),
    ];

    /// <summary>Rows of folders that hold no file any more.</summary>
    public IReadOnlyList<string> Gone(string root) =>
        [.. rows.Select(row => row.Folder).Where(folder => !Directory.Exists(Path.Combine(root, folder)))];

    /// <summary>The references that are no known exception.</summary>
    public IReadOnlyList<Reference> WithoutExceptions(IReadOnlyList<Reference> references) =>
        [.. references.Where(reference => !exceptions.Any(known => Fits(known, reference)))];

    private void Add(string folder, string uses)
    {
        string project = folder.Split('/')[0];
        rows.Add(
            new FolderRow(folder, uses == AllBelow ? null : [.. Named(uses).Select(name => IsProject(name) ? name : $"{project}/{name}")]));
    }

    // Of other projects only as a whole; a project has the name of no folder.
    private static bool IsProject(string name) => name is "benchmarks" or "results" or "settings" or "interop";

    private static string[] Named(string cell) => [.. cell.Split('`').Where((_, i) => i % 2 == 1)];

    private static bool Fits(KnownException known, Reference reference) =>
        known.From == reference.From.Folder && known.To == reference.To.Folder;

    private string? WhyNot(Reference reference)
    {
        if (exceptions.Any(known => Fits(known, reference)))
            return null;
        if (RowOf(reference.From.Folder) is not { } from)
            return $"{reference.From.Folder} has no row ({reference})";
        if (RowOf(reference.To.Folder) is not { } to)
            return $"{reference.To.Folder} has no row ({reference})";
        if (from == to)
            return null;
        if (rows.IndexOf(to) < rows.IndexOf(from))
            return $"{from.Folder} uses {to.Folder}, which stands above it: {reference}";
        bool own = from.Folder.StartsWith(to.Folder + "/", StringComparison.Ordinal) && !to.Folder.Contains('/');
        return own || from.Uses is null || from.Uses.Any(name => IsIn(to.Folder, name))
            ? null
            : $"{from.Folder} may not use {to.Folder}: {reference}";
    }

    private FolderRow? RowOf(string folder) => rows.Where(row => IsIn(folder, row.Folder)).MaxBy(row => row.Folder.Length);

    private static bool IsIn(string folder, string other) => folder == other || folder.StartsWith(other + "/", StringComparison.Ordinal);
}
