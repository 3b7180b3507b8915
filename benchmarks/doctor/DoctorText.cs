using Bench.Results.Show;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bench.Doctor;

/// <summary>The doctor's report for people: at most 100 columns, colours on a terminal only.</summary>
internal sealed class DoctorText(TextWriter output)
{
    private const int WidestLine = 100;

    /// <summary>Prints the report.</summary>
    public void Write(DoctorReport report)
    {
        WriteFindings("What this machine can measure", report.Findings, FindingKind.Measures);
        WriteFindings("What it measures with", report.Findings, FindingKind.Tools);
        WriteFindings("What makes it noisy", report.Findings, FindingKind.Noise);

        Write("The machine", report.Machine.Select(fact => Columns((2, Text.Empty), (22, Seen(fact.Label)), (null, Seen(fact.Value)))));
        Write("In short", Summary(report.Findings).Select(line => Columns((2, Text.Empty), (null, Seen(line)))));
    }

    private void WriteFindings(string heading, IReadOnlyList<Finding> all, FindingKind kind)
    {
        var groups = Groups(all.Where(finding => finding.Kind == kind)).ToList();
        var lines = new List<IRenderable>();
        for (int i = 0; i < groups.Count; i++)
        {
            var (title, finding) = groups[i];
            lines.Add(Columns((2, Text.Empty), (7, Mark(finding.Severity)), (21, Seen(title)), (null, Seen(finding.Seen))));
            // A reason that the next line shares is given once, after the last that has it.
            bool shared = i + 1 < groups.Count && groups[i + 1].Finding is var next
                && (next.Severity, next.Why, next.Fix) == (finding.Severity, finding.Why, finding.Fix);
            if (finding.Severity == Severity.Ok || shared)
                continue;
            lines.Add(Columns((9, Text.Empty), (null, Seen("why: " + finding.Why, Grey))));
            if (finding.Fix is { } fix)
                lines.Add(Columns((9, Text.Empty), (null, Seen("fix: " + fix, Grey))));
        }
        Write(heading, lines);
    }

    // "LargeFolio 4", "LargeFolio 8" ... of which the same is to be said make one line, "LargeFolio 4-512".
    private static IEnumerable<(string Title, Finding Finding)> Groups(IEnumerable<Finding> findings)
    {
        Finding? first = null, last = null;
        foreach (var finding in findings)
        {
            if (first is not null && finding with { Id = first.Id, Title = first.Title } != first)
            {
                yield return (Title(first, last!), first);
                first = null;
            }
            first ??= finding;
            last = finding;
        }
        if (first is not null)
            yield return (Title(first, last!), first);
    }

    private static string Title(Finding first, Finding last) =>
        first.Id == last.Id ? first.Title : $"{first.Title}-{last.Title[(last.Title.LastIndexOf(' ') + 1)..]}";

    private void Write(string heading, IEnumerable<IRenderable> content)
    {
        // Rendered apart, since Spectre fills every line up with blanks, which a file should not have.
        using var lines = new StringWriter();
        bool standard = ReferenceEquals(output, Console.Out), terminal = standard && Terminal.TakesCommands;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(lines),
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal && Terminal.TakesColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // Not those of a build server, which would turn colours on in a log.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = standard ? Terminal.Columns(WidestLine) : WidestLine;
        console.Profile.Capabilities.Unicode = true;
        console.Write(new Text(heading, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(new Rows(content));
        // The console's own writer lets no colours through, whoever asks for them.
        using var colours = terminal ? new StreamWriter(Console.OpenStandardOutput(), Console.OutputEncoding) { AutoFlush = true } : null;
        foreach (string line in lines.ToString().Split('\n'))
            (colours ?? output).WriteLine(line.TrimEnd());
    }

    // What the kernel and the firmware say of the machine is text from outside too.
    private static Text Seen(string text, Style? style = null) => new(Printable.Line(text), style);

    private static Style Grey => new(Color.Grey);

    // One grid a line, so that reasons and commands may have the width that titles take elsewhere.
    private static Grid Columns(params (int? Width, Text Cell)[] cells)
    {
        var grid = new Grid();
        foreach (var (width, _) in cells)
            grid.AddColumn(new GridColumn { Width = width, Padding = new Padding(0, 0, width > 2 ? 1 : 0, 0) });
        return grid.AddRow([.. cells.Select(cell => cell.Cell)]);
    }

    private static Text Mark(Severity severity) => severity switch
    {
        Severity.Ok => new Text("ok", new Style(Color.Green)),
        Severity.Note => new Text("note", new Style(Color.Blue)),
        Severity.Noisy => new Text("noisy", new Style(Color.Yellow)),
        _ => new Text("missing", new Style(Color.Red)),
    };

    private static IEnumerable<string> Summary(IReadOnlyList<Finding> findings)
    {
        string Titles(FindingKind kind, Severity severity) =>
            string.Join(", ",
                Groups(findings.Where(finding => finding.Kind == kind && finding.Severity == severity)).Select(group => group.Title));
        yield return Titles(FindingKind.Measures, Severity.Missing) is { Length: > 0 } missing
            ? $"Left out here: {missing}."
            : "Everything can be measured here.";
        yield return Titles(FindingKind.Noise, Severity.Noisy) is { Length: > 0 } noisy
            ? $"Noisy by: {noisy}."
            : "Nothing makes it noisy that the doctor knows of.";
    }
}
