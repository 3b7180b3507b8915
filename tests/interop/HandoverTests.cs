using Bench.Commands;
using Bench.Interop.Processes;
using Bench.Results;
using Bench.Tests.Results;

namespace Bench.Tests.LibcLayer;

/// <summary>What a run hands to the processes that it starts.</summary>
[Collection("system settings")]
public class HandoverTests : IDisposable
{
    private const string Variable = "BENCH_HANDOVER";

    private readonly IDisposable before = Handover.Keep();

    public void Dispose() => before.Dispose();

    [Fact]
    public void AllOfItArrives()
    {
        var settings = new Dictionary<string, string> { ["/sys/a b/enabled"] = "always", ["/sys/c"] = "never" };
        Handover.Current = new Handover { Parent = 12, CountSpool = "/tmp/a\nb", RegionBytes = 1L << 40, Settings = settings };
        var read = Handover.Current;
        Assert.Equal((12, "/tmp/a\nb", 1L << 40), (read.Parent, read.CountSpool, read.RegionBytes));
        Assert.Equal(settings, read.Settings);
    }

    [Fact]
    public void NothingHandedOverIsNoVariable()
    {
        Handover.Current = new Handover();
        Assert.Null(Environment.GetEnvironmentVariable(Variable));
        Assert.Equal(new Handover(), Handover.Current);
    }

    [Fact]
    public void WhatWasThereBeforeIsPutBack()
    {
        Handover.Current = new Handover { RegionBytes = 5 };
        string? was = Environment.GetEnvironmentVariable(Variable);
        using (Handover.Keep())
            Handover.Current = Handover.Current with { RegionBytes = 6, Parent = 7 };
        Assert.Equal(was, Environment.GetEnvironmentVariable(Variable));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{\"Version\":1,\"RegionBytes\":33554432}")]
    public void ARunLeavesItAsItWas(string? handed)
    {
        Environment.SetEnvironmentVariable(Variable, handed);
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        string[] options = ["--filter", "*.Syscall.FunctionCall", "--job", "dry", "--inProcess", "--region", "16MiB", "--artifacts",
            folder.Path];
        Assert.Equal(ExitCode.Ok, new RunSuite(output, output).Run(options));
        Assert.Equal(handed, Environment.GetEnvironmentVariable(Variable));
    }

    [Theory]
    [InlineData("{\"Version\":2,\"RegionBytes\":1}")]
    [InlineData("{\"Version\":2,\"Anything\":[]}")]
    [InlineData("{\"Version\":1,\"Anything\":[]}")]
    [InlineData("{\"Version\":\"1\"}")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("536870912")]
    public void AnotherVersionsIsRefusedInOneLine(string text)
    {
        Environment.SetEnvironmentVariable(Variable, text);
        string said = Assert.Throws<IOException>(() => Handover.Current).Message;
        Assert.Contains(Variable, said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }
}
