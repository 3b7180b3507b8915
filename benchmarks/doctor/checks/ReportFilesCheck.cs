using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether reports can be written.</summary>
internal sealed class ReportFilesCheck() : Check("report_files", FindingKind.Tools, "Report files",
    "markdown, HTML, CSV and JSON are left in BenchmarkDotNet.Artifacts below the current directory")
{
    public override bool NeedsLinux => false;

    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        string here = Directory.GetCurrentDirectory();
        try
        {
            // Nothing but an attempt tells: permissions, read-only mounts and quotas each say no in their own way.
            using var probe = new FileStream(Path.Combine(here, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write,
                FileShare.None, 1, FileOptions.DeleteOnClose);
            return [Ok("markdown, HTML, CSV, JSON")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Missing($"the current directory can't be written to: {e.Message}",
                "run from a directory of yours, or pass --artifacts DIR")];
        }
    }
}
