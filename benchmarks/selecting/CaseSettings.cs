using System.Runtime.Versioning;
using Bench.Measuring;
using Bench.Record;
using Bench.Settings;
using Bench.Workloads.Contracts;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>
/// Changes the system settings that a case needs while it runs, and puts them back after it. A case that would be measured under others
/// than that, or was, fails.
/// </summary>
/// <param name="guard">What changes them.</param>
/// <param name="tell">Takes a line for a case that fails so.</param>
[SupportedOSPlatform("linux")]
internal sealed class CaseSettings(SettingsGuard guard, Action<string> tell) : EventProcessor
{
    private readonly IReadOnlyDictionary<string, string> atStart = TransparentHugePages.Read()?.Governing
        ?? new Dictionary<string, string>();
    private Dictionary<string, string> expected = [];
    private IDisposable? scope;

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase)
    {
        var changes = (CaseInstance.Of(benchmarkCase) as IChangesSettings)?.Settings ?? [];
        scope = changes.Count > 0 ? guard.Change(changes) : null;
        expected = new Dictionary<string, string>(atStart);
        foreach (var change in changes)
            expected[change.Path] = change.Value;
        ExpectedSettings.Announce(expected);
    }

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report)
    {
        if (!report.Success && ExpectedSettings.Difference(expected, TransparentHugePages.Read()) is { } difference)
            tell($"error: {CaseName.Of(benchmarkCase)}: {difference}: not measured");
        ExpectedSettings.Announce(new Dictionary<string, string>());
        scope?.Dispose();
    }
}
