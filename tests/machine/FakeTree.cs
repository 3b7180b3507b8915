using Bench.Machine.Readers;

namespace Bench.Tests.Machine;

/// <summary>A directory that holds a /proc and a /sys of the test's making, for the code that reads the real ones.</summary>
internal sealed class FakeTree : IDisposable
{
    public FakeTree() => Root = Directory.CreateTempSubdirectory("bench-tree-").FullName;

    public string Root { get; }

    public SystemTree Tree => new(Root);

    public FakeTree With(string path, string text) => With(path, System.Text.Encoding.UTF8.GetBytes(text));

    public FakeTree With(string path, byte[] content)
    {
        string file = Root + path;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return this;
    }

    public FakeTree WithDirectory(string path)
    {
        Directory.CreateDirectory(Root + path);
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
