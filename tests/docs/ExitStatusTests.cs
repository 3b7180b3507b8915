using System.Reflection;
using Bench.Results;

namespace Bench.Tests.Docs;

/// <summary>Pages list the exit statuses that there are.</summary>
public class ExitStatusTests
{
    private static readonly string[] Codes =
        [.. typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => $"{code.GetRawConstantValue()}")];

    [Theory]
    [InlineData("README.md", "128+n")]
    [InlineData("results/README.md", "130")]
    public void AllAreListedAndNoOther(string page, string ofSignals)
    {
        var listed = Page.Named(page)!.Lines
            .SkipWhile(
                line => !line.StartsWith("| exit ", StringComparison.Ordinal) && !line.StartsWith("| status ", StringComparison.Ordinal))
            .Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim());
        Assert.Equal([.. Codes, ofSignals], listed);
    }
}
