namespace Bench.Help;

/// <summary>Help as text: paragraphs, and terms with what they mean beside or below them; no line is wider than the screen.</summary>
/// <param name="output">Takes it.</param>
/// <param name="columns">The screen's.</param>
internal sealed class HelpWriter(TextWriter output, int columns)
{
    private const string Indent = "  ";

    // Below that two columns have no room beside each other.
    private const int RoomForTwo = 60;

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text) => Lines(text, "", columns);

    /// <summary>A heading of what follows.</summary>
    public void Heading(string text)
    {
        output.WriteLine();
        Paragraph($"{text}:");
    }

    /// <summary>A command line as one can copy it, also where it takes several lines.</summary>
    public void Command(string line)
    {
        string[] lines = [.. Wrap(line, columns - 6)];
        for (int i = 0; i < lines.Length; i++)
            output.WriteLine($"{Indent}{(i > 0 ? Indent : "")}{lines[i]}{(i < lines.Length - 1 ? " \\" : "")}");
    }

    /// <summary>Terms with what they mean.</summary>
    public void Terms(IReadOnlyList<(string Term, string Meaning)> rows, int widest = 24)
    {
        var beside = rows.Select(row => row.Term.Length).Where(length => length <= widest);
        int width = columns < RoomForTwo ? 4 : beside.DefaultIfEmpty(0).Max() + 4;
        foreach (var (term, meaning) in rows)
        {
            string before = Indent + term;
            if (before.Length > width - 2)
            {
                Lines(term, Indent, columns);
                before = "";
            }
            foreach (string line in Wrap(meaning, columns - width))
            {
                output.WriteLine(before.PadRight(width) + line);
                before = "";
            }
        }
    }

    private void Lines(string text, string indent, int width)
    {
        foreach (string line in Wrap(text, width - indent.Length))
            output.WriteLine(indent + line);
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line += line.Length > 0 ? " " + word : word;
        }
        yield return line;
    }

    private static IEnumerable<string> Pieces(string word, int width) => word.Chunk(width).Select(part => new string(part));
}
