using Bench.Tests.Suite;

namespace Bench.Tests.Folders;

/// <summary>Folders depend one way, as docs/architecture.md says.</summary>
public class FolderTests
{
    private static readonly string Root = Path.GetDirectoryName(Executable.BenchmarksFolder)!;
    private static readonly Lazy<IReadOnlyList<Reference>> All =
        new(() => SourceReferences.Read(Root, "interop", "settings", "results", "benchmarks"));
    private static readonly FolderTable Table = FolderTable.Parse(File.ReadAllText(Path.Combine(Root, "docs", "architecture.md")));

    [Fact(Explicit = true)]
    public void EveryArrowIsOneOfTheTable() => None(Table.Breaches(All.Value));

    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(2)]
    public void NoFoldersNeedEachOther(int depth) => None(Rings.Of(Table.WithoutExceptions(All.Value), depth));

    [Fact]
    public void EveryRowIsAFolder() => None(Table.Gone(Root));

    [Fact(Explicit = true)]
    public void ThereIsSomethingToLookAt() => Assert.InRange(All.Value.Count, 5_000, 50_000);

    // Whole lines, which the assertion of an empty collection cuts off.
    private static void None(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong));
}
