using Bench.Results.Copies;
using Bench.Results.Data;

namespace Bench.Tests.Results;

/// <summary>Which program a folder holds, by files of these names.</summary>
public sealed class BuiltProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("bin/Release/net8.0")]
    [InlineData("benchmarks/bin/Release/net10.0")]
    public void TheOnlyOneIsFound(string place)
    {
        Build(place, "Perf");
        var program = BuiltProgram.Find(folder.Path);
        Assert.Equal(("Perf.dll", false), (program.Assembly, program.IsSuite));
        Assert.Equal(Path.GetFullPath(Path.Combine(folder.Path, place, "Perf.dll")), program.Path);
    }

    [Fact]
    public void OfSeveralOneIsNamed()
    {
        Build("", "Perf", "Other");
        Assert.Equal("Other.dll", BuiltProgram.Find(folder.Path, "Other.dll").Assembly);
        Assert.Contains("Other.dll, Perf.dll. Name one by --assembly", WhyNot(null), StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralFrameworksAFolderIsNamed()
    {
        Build("bin/Release/net8.0", "Perf");
        Build("bin/Release/net10.0", "Perf");
        Assert.Contains("bin/Release/net10.0/Perf.dll, bin/Release/net8.0/Perf.dll. Name one by its folder", WhyNot("Perf.dll"));
    }

    [Theory]
    [InlineData("../Perf.dll")]
    [InlineData("Perf")]
    [InlineData("--help")]
    [InlineData("")]
    public void ANameIsAFileAndNothingElse(string assembly)
    {
        Build("", "Perf");
        Assert.Contains("no file's name", WhyNot(assembly), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutBenchmarkDotNetItIsNone()
    {
        folder.Write("Perf.dll", "");
        folder.Write("Perf.runtimeconfig.json", "{}");
        Assert.Contains("no program with BenchmarkDotNet.dll there", WhyNot(null), StringComparison.Ordinal);
        Assert.Contains("no Perf.dll there", WhyNot("Perf.dll"), StringComparison.Ordinal);
    }

    [Fact]
    public void AProgramOfTheSuitesNameIsNotTheSuite()
    {
        Build("", "Benchmarks");
        Assert.False(BuiltProgram.Find(folder.Path).IsSuite);
        Assert.True(BuiltProgram.Find(AppContext.BaseDirectory).IsSuite);
    }

    private void Build(string place, params string[] names)
    {
        folder.Write(Path.Combine(place, "BenchmarkDotNet.dll"), "");
        foreach (string name in names)
        {
            folder.Write(Path.Combine(place, $"{name}.dll"), "");
            folder.Write(Path.Combine(place, $"{name}.runtimeconfig.json"), "{}");
        }
    }

    private string WhyNot(string? assembly) =>
        Assert.Throws<ReadException>(() => BuiltProgram.Find(folder.Path, assembly)).Message;
}
