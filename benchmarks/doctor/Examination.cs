using Bench.Machine.Readers;

namespace Bench.Doctor;

/// <summary>Every check, made once.</summary>
internal static class Examination
{
    /// <summary>The findings: by kind; noise with the worst first; otherwise by id. Never throws.</summary>
    public static IReadOnlyList<Finding> Run(SystemTree tree) =>
    [
        .. Catalogue.Of<Check>()
            .SelectMany(check => Examine(check, tree))
            .OrderBy(finding => finding.Kind)
            .ThenByDescending(finding => finding.Kind == FindingKind.Noise ? finding.Severity : Severity.Ok),
    ];

    private static IEnumerable<Finding> Examine(Check check, SystemTree tree)
    {
        if (check.NeedsLinux && !OperatingSystem.IsLinux())
            return check.Kind == FindingKind.Noise ? [] : [check.Missing("needs Linux", null)];
        try
        {
            return [.. check.Examine(tree)];
        }
        catch (Exception e)
        {
            // One check that fails on an odd machine must not take the others with it.
            return [check.Note($"could not be examined: {e.Message}")];
        }
    }
}
