using Bench.Interop.Syscalls;

namespace Bench.Tests.LibcLayer;

public sealed class PatchedKernelTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("bench-identity").FullName;

    public void Dispose() => Directory.Delete(directory, true);

    [Fact]
    public void AKernelThatDoesNotNameItselfIsNotPatched()
    {
        Assert.Null(PatchedKernel.Probe(Path.Combine(directory, "absent"), out string reason));
        Assert.Contains("needs the patched kernel", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void AKernelWithTheRightNumbersIs(string abi)
    {
        Identify(abi, "700", "701", "512");
        Assert.Equal(512, PatchedKernel.Probe(directory, out _)!.MaxPages);
    }

    [Theory]
    [InlineData("3", "700", "701", "512")]
    [InlineData("1", "470", "701", "512")]
    [InlineData("1", "700", "471", "512")]
    [InlineData("1", "700", "701", "many")]
    [InlineData("1", "700", "701", "0")]
    [InlineData("", "", "", "")]
    public void AnotherKernelsNumbersAreNeverTakenForOurs(string abi, string hello, string alloc, string max)
    {
        Identify(abi, hello, alloc, max);
        Assert.Null(PatchedKernel.Probe(directory, out string reason));
        Assert.StartsWith("needs the patched kernel", reason, StringComparison.Ordinal);
    }

    [Fact, Trait("Kernel", "patched")]
    public void TheRunningKernelsCallsDoWhatTheySay()
    {
        var kernel = PatchedKernel.Probe(out string reason);
        Assert.SkipWhen(kernel is null, reason);
        Assert.Equal(0, Libc.syscall(SyscallNumbers.HelloKernel));
        Assert.Equal(1, kernel!.MultiPageAlloc(16));
        Assert.Equal(16, kernel.MultiPageAlloc(1));
    }

    private void Identify(string abi, string hello, string alloc, string max)
    {
        foreach (var (file, value) in new[] { ("abi", abi), ("hello_kernel", hello), ("multi_page_alloc", alloc), ("max_pages", max) })
            File.WriteAllText(Path.Combine(directory, file), value + "\n");
    }
}
