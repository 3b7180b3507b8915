namespace Bench.Tests.Docs;

/// <summary>Lines of pages as a shell reads them.</summary>
public class ShellLineTests
{
    [Theory]
    [InlineData("cd x && dotnet run -- --filter '*Page Fault*' \"b c\"   # cost", "cd,x", "dotnet,run,--,--filter,*Page Fault*,b c")]
    [InlineData("until kubectl get job | grep -qE 'A|B'; do sleep 10; done", "kubectl,get,job", "grep,-qE,A|B", "sleep,10")]
    [InlineData("A=b sudo make -C kernel run KERNEL=/x > log 2>&1", "make,-C,kernel,run,KERNEL=/x")]
    [InlineData("$ bench --version", "bench,--version")]
    [InlineData("sudo env \"PATH=$PATH\" bench --version", "bench,--version")]
    [InlineData("bench a > 'x y'; bench b", "bench,a", "bench,b")]
    [InlineData("# nothing")]
    [InlineData("")]
    public void ALineIsItsCommands(string line, params string[] expected) =>
        Assert.Equal(expected, ShellLine.Commands(line).Select(words => string.Join(',', words)));
}
