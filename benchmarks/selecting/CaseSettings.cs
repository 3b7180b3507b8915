using System.Runtime.Versioning;
using Bench.Interop.Settings;
using Bench.Measuring;
using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>Changes the system settings that a case needs while it runs, and puts them back after it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class CaseSettings(SettingsGuard guard) : EventProcessor
{
    private IDisposable? scope;

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase) =>
        scope = (CaseInstance.Of(benchmarkCase) as IChangesSettings)?.Settings is { Count: > 0 } changes ? guard.Change(changes) : null;

    public override void OnEndRunBenchmark(BenchmarkCase benchmarkCase, BenchmarkReport report) => scope?.Dispose();
}
