using System.Text.RegularExpressions;
using Bench.Tests.Folders;
using Bench.Tests.Suite;

namespace Bench.Tests.Docs;

/// <summary>
/// A block of a page that is what a command prints, or lines of a file: a comment above it says which. "output of: ARGUMENTS" is what the
/// suite prints with these, started in the repository's folder; "lines of: FILE" are lines of that file, in their order. A line of … in the
/// block stands for any lines.
/// </summary>
/// <param name="Place">The comment.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Source">The arguments, or the file.</param>
/// <param name="First">The block's first line, from 0.</param>
/// <param name="Lines">Its lines, as they stand in the page but for a quote's signs.</param>
internal sealed partial record ShownOutput(Place Place, string Kind, string Source, int First, IReadOnlyList<string> Lines)
{
    private const string Elided = "…";

    /// <summary>Whether it stands in a quote.</summary>
    public bool IsQuoted { get; private init; }

    /// <summary>Those of a page.</summary>
    public static IEnumerable<ShownOutput> Of(Page page)
    {
        string[] lines = page.Lines;
        for (int at = 0; at < lines.Length; at++)
        {
            if (Marked().Match(lines[at]) is not { Success: true } comment)
                continue;
            int first = at + 1;
            while (first < lines.Length && lines[first].Length == 0)
                first++;
            bool fenced = first < lines.Length && lines[first].StartsWith("```", StringComparison.Ordinal);
            first += fenced ? 1 : 0;
            bool quoted = !fenced && first < lines.Length && lines[first].StartsWith('>');
            var block = lines.Skip(first).TakeWhile(line => fenced ? line != "```" : line.Length > 0)
                .Select(line => quoted ? Quote().Replace(line, "") : line);
            yield return new ShownOutput(new Place(page.Name, at + 1), comment.Groups[1].Value, comment.Groups[2].Value, first, [.. block])
            {
                IsQuoted = quoted,
            };
        }
    }

    /// <summary>Why it is not what it says; null where it is.</summary>
    public string? WhyNot() => WhyNot(Made(), inFull: Kind == "output");

    /// <summary>The same of <paramref name="made"/>.</summary>
    /// <param name="made">All lines.</param>
    /// <param name="inFull">Whether lines are left out only where the block says so.</param>
    public string? WhyNot(IReadOnlyList<string> made, bool inFull)
    {
        if (Lines.Count == 0)
            return $"{Place}: no block stands under it";
        int at = 0;
        bool gap = !inFull;
        foreach (var (index, line) in Lines.Index())
        {
            if (line == Elided)
            {
                gap = true;
                continue;
            }
            int found = Enumerable.Range(at, made.Count - at).Take(gap ? int.MaxValue : 1)
                .FirstOrDefault(i => made[i].TrimEnd() == line.TrimEnd(), -1);
            if (found < 0)
                return $"{Place.File}:{First + index + 1}: '{line}' is not what {Source} has there"
                    + (gap || at >= made.Count ? "" : $", which is '{made[at]}'");
            (at, gap) = (found + 1, !inFull);
        }
        return at == made.Count || gap ? null : $"{Place.File}:{First + Lines.Count}: {Source} goes on with '{made[at]}'";
    }

    /// <summary>The page with what there is now; as it is where lines are left out, as nobody knows which.</summary>
    public string Renewed(Page page) => Kind != "output" || Lines.Contains(Elided) ? page.Text
        : string.Join('\n', [.. page.Lines.Take(First), .. Made().Select(InPage), .. page.Lines.Skip(First + Lines.Count)]) + "\n";

    private string InPage(string line) => IsQuoted ? $"> {line}".TrimEnd() : line;

    private string[] Made() => (Kind == "lines" ? Page.FileText(Source) : Printed()).TrimEnd().ReplaceLineEndings("\n").Split('\n');

    private string Printed() => Executable.RunCommand("dotnet", [Executable.Dll, .. ShellLine.Commands(Source).Single()], Page.Root).Output;

    [GeneratedRegex("^<!-- (output|lines) of: (.+?) -->$")]
    private static partial Regex Marked();

    [GeneratedRegex("^> ?")]
    private static partial Regex Quote();
}
