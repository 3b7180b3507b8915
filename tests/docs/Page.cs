using System.Net;
using Bench.Tests.Folders;
using Bench.Tests.Suite;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bench.Tests.Docs;

/// <summary>A markdown file.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePreciseSourceLocation().Build();

    // What is built, measured or expected, and no page for people.
    private static readonly string[] NoPages =
        [".git", "bin", "obj", "build", "golden", "node_modules", "BenchmarkDotNet.Artifacts", "TestResults"];

    private readonly MarkdownDocument document;

    /// <param name="name">Its path below the repository, with slashes.</param>
    /// <param name="text">What is in it.</param>
    public Page(string name, string text)
    {
        (Name, Text) = (name, text.ReplaceLineEndings("\n"));
        document = Markdown.Parse(Text, Pipeline);
    }

    /// <summary>The repository.</summary>
    public static string Root { get; } = Executable.RepositoryRoot();

    /// <summary>Every page of the repository.</summary>
    public static IReadOnlyList<Page> All { get; } = [.. Files(new DirectoryInfo(Root)).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Its path below the repository, with slashes.</summary>
    public string Name { get; }

    /// <summary>What is in it.</summary>
    public string Text { get; }

    /// <summary>Its lines.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>What a link to a place in it may name.</summary>
    public IReadOnlySet<string> Anchors =>
        document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id).OfType<string>().ToHashSet();

    /// <summary>Links and images, as they are written.</summary>
    public IEnumerable<(Place Place, string Url)> Links =>
        document.Descendants<LinkInline>().Select(link => (At(link.Line), link.Url ?? ""));

    /// <summary>Text in backticks.</summary>
    public IEnumerable<(Place Place, string Text)> Code => document.Descendants<CodeInline>().Select(code => (At(code.Line), code.Content));

    /// <summary>Lines of code blocks, with their language; empty where none is said.</summary>
    public IEnumerable<(Place Place, string Language, string Line)> CodeLines => document.Descendants<CodeBlock>()
        .SelectMany(block => block.Lines.Lines.Take(block.Lines.Count)
            .Select(line => (At(line.Line), (block as FencedCodeBlock)?.Info ?? "", line.Slice.ToString())));

    /// <summary>Rows of each table, its head among them.</summary>
    public IEnumerable<(Place Place, int Rows)> Tables => document.Descendants<Table>().Select(table => (At(table.Line), table.Count));

    /// <summary>What is in a file, named by its path below the repository.</summary>
    public static string FileText(string name) => File.ReadAllText(Path.Combine(Root, name));

    /// <summary>The page of that name; null where there is none.</summary>
    public static Page? Named(string name) => All.FirstOrDefault(page => page.Name == name);

    /// <summary>The file or folder that a path in it leads to, below the repository.</summary>
    public string Target(string path) =>
        BelowRoot(Path.GetFullPath(WebUtility.UrlDecode(path), Path.Combine(Root, Path.GetDirectoryName(Name)!)));

    public override string ToString() => Name;

    private static Page Read(string file) => new(BelowRoot(file), File.ReadAllText(file));

    private static string BelowRoot(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Files(DirectoryInfo folder) => folder.EnumerateFiles("*.md").Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(inner => !NoPages.Contains(inner.Name)).SelectMany(Files));

    private Place At(int line) => new(Name, line + 1);
}
