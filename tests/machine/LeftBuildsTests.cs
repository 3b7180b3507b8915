using Bench.Machine.Readers;
using Bench.Tests.Results;

namespace Bench.Tests.Machine;

public sealed class LeftBuildsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void OnlyFoldersThatBenchmarkDotNetNamedAndFilledGo()
    {
        string left = Guid.NewGuid().ToString(), mine = Guid.NewGuid().ToString(), linked = Guid.NewGuid().ToString();
        folder.Write($"{left}/{left}.csproj", "");
        folder.Write($"{left}/bin/Release/big", "");
        folder.Write($"{mine}/photos", "");
        folder.Write("runtimes/runtimes.csproj", "");
        folder.Write($"elsewhere/{linked}.csproj", "");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, linked), Path.Combine(folder.Path, "elsewhere"));
        Assert.Equal([Path.Combine(folder.Path, left)], LeftBuilds.Remove(folder.Path));
        Assert.Equal(new[] { "elsewhere", linked, mine, "runtimes" }.Order(),
            Directory.GetDirectories(folder.Path).Select(path => Path.GetFileName(path)).Order());
    }
}
