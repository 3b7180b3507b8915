namespace Bench.Tests.Folders;

/// <summary>What .editorconfig says of a line's length, which no analyzer holds the source to.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    [Fact]
    public void NoLineOfTheSourceIsLongerThan140()
    {
        string root = Suite.Executable.RepositoryRoot();
        string[] files = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(file => !IsMade(root, file))];
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => TooLong(Path.GetRelativePath(root, file), File.ReadLines(file))));
    }

    [Fact]
    public void ALongLineIsNamedWithItsPlace() =>
        Assert.Equal(["a.cs:2: 141 characters"], TooLong("a.cs", ["", new string('x', 141), new string('é', 140)]));

    private static IEnumerable<string> TooLong(string name, IEnumerable<string> lines) => lines
        .Select((line, i) => (line.Length, Number: i + 1))
        .Where(line => line.Length > Longest)
        .Select(line => $"{name}:{line.Number}: {line.Length} characters");

    // What builds and runs leave beside the source.
    private static bool IsMade(string root, string file) =>
        Path.GetRelativePath(root, file).Split('/').Any(part => part is "bin" or "obj" or "build" or "BenchmarkDotNet.Artifacts");
}
