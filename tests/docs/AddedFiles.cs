namespace Bench.Tests.Docs;

/// <summary>The page whose files are there only while <c>tests/metrics/one-file</c> tries them.</summary>
internal static class AddedFiles
{
    public const string Page = "docs/adding-a-workload.md";
}
