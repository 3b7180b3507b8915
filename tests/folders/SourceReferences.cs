using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bench.Tests.Folders;

/// <summary>A line of a source file.</summary>
/// <param name="File">Its path below the repository, with slashes.</param>
/// <param name="Line">From 1.</param>
internal sealed record Place(string File, int Line)
{
    /// <summary>The folder, from the project on.</summary>
    public string Folder => File[..File.LastIndexOf('/')];

    public override string ToString() => $"{File}:{Line}";
}

/// <summary>A name in one folder's code that stands for something declared in another folder.</summary>
internal sealed record Reference(Place From, Place To, string Name)
{
    public override string ToString() => $"{From} names {Name} of {To}";
}

/// <summary>
/// Who names whom, by what the compiler binds each name of the source to: so constants and nameof are seen, which leave no trace in an
/// assembly, and a folder is a file's, whatever its namespace says.
/// </summary>
internal static class SourceReferences
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    // What the compiler can't know without the code that generators write: none of it names a folder.
    private static readonly string[] Unknown = ["CS0234", "CS0246"];

    /// <summary>Those between folders of <paramref name="projects"/> below <paramref name="root"/>.</summary>
    /// <exception cref="InvalidOperationException">A type of the source is not known: then nothing could be said of what names
    /// it.</exception>
    public static IReadOnlyList<Reference> Read(string root, params string[] projects)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees = [.. projects.SelectMany(project => Files(root, project))
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(Path.Combine(root, file))), options, file))];
        var all = CSharpCompilation.Create("all", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, options)], Libraries,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        if (all.GetDeclarationDiagnostics().FirstOrDefault(found => Unknown.Contains(found.Id)) is { } unknown)
            throw new InvalidOperationException(unknown.ToString());
        var names = FoldersByName(trees);
        return [.. trees.AsParallel().AsOrdered().SelectMany(tree => Of(tree, all.GetSemanticModel(tree), names))];
    }

    private static IEnumerable<string> Files(string root, string project) => Directory
        .EnumerateFiles(Path.Combine(root, project), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj" or "BenchmarkDotNet.Artifacts"))
        .Order(StringComparer.Ordinal);

    // All that the tests run with but our own assemblies; read once for all trees.
    private static IReadOnlyList<MetadataReference> Libraries { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Bench.", StringComparison.Ordinal)
                && Path.GetFileName(path) is not ("Benchmarks.dll" or "Tests.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Binding is what takes time: a name that no other folder declares need not be bound.
    private static Dictionary<string, HashSet<string>> FoldersByName(IEnumerable<SyntaxTree> trees)
    {
        Dictionary<string, HashSet<string>> folders = new(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            string folder = new Place(tree.FilePath, 0).Folder;
            foreach (string name in tree.GetRoot().DescendantNodes().Select(NameOf).OfType<string>())
            {
                if (!folders.TryGetValue(name, out var declaring))
                    folders.Add(name, declaring = []);
                declaring.Add(folder);
            }
        }
        return folders;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter => parameter.Identifier.ValueText,
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<Reference> Of(SyntaxTree tree, SemanticModel model, Dictionary<string, HashSet<string>> names)
    {
        string folder = new Place(tree.FilePath, 0).Folder;
        bool MayBeElsewhere(string name) =>
            names.TryGetValue(name, out var declaring) && (declaring.Count > 1 || !declaring.Contains(folder));
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax))
        {
            bool candidate = node is ImplicitObjectCreationExpressionSyntax
                || (node is SimpleNameSyntax { IsVar: false, Identifier.ValueText: var name }
                    && (MayBeElsewhere(name) || MayBeElsewhere(name + "Attribute")));
            if (!candidate || Declared(node, model) is not { } symbol)
                continue;
            var from = PlaceOf(node.GetLocation());
            Place[] places =
                [.. symbol.DeclaringSyntaxReferences.Select(declared => PlaceOf(declared.SyntaxTree.GetLocation(declared.Span)))];
            if (places.Length > 0 && places.All(to => to.Folder != from.Folder))
                yield return new Reference(from, places[0], symbol.Name);
        }
    }

    // A type, or a member with a place of its own; what is local to a method has none.
    private static ISymbol? Declared(SyntaxNode node, SemanticModel model)
    {
        var info = model.GetSymbolInfo(node);
        var symbol = (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.OriginalDefinition;
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension.OriginalDefinition;
        return symbol switch
        {
            INamedTypeSymbol type => type,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol =>
                symbol.DeclaringSyntaxReferences.Length > 0 ? symbol : symbol.ContainingType,
            _ => null,
        };
    }

    private static Place PlaceOf(Location location) =>
        new(location.SourceTree!.FilePath, location.GetLineSpan().StartLinePosition.Line + 1);
}
