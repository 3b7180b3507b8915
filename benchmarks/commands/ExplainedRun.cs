using System.Runtime.Versioning;
using Bench.Explaining;
using Bench.Interop;
using Bench.Interop.Perf;
using Bench.Interop.Processes;
using Bench.Machine;
using Bench.Record;
using Bench.Results;
using Bench.Results.Data;
using Bench.Results.Profiles;
using Bench.Results.Show;
using Bench.Results.Show.Profiles;
using Bench.Selecting;
using Bench.Settings;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Bench.Commands;

/// <summary>Rows that are sampled one after another in this process, each shown as soon as it is done.</summary>
/// <param name="samples">Samples of a row that are enough.</param>
/// <param name="rate">Samples a second of running; null for as many as disturb little.</param>
/// <param name="leaveSettings">System settings stay as they are.</param>
[SupportedOSPlatform("linux")]
internal sealed class ExplainedRun(int samples, int? rate, bool leaveSettings)
{
    private readonly List<Profile> profiles = [];
    private readonly List<LeftOut> leftOut = [];

    /// <summary>What was sampled.</summary>
    public IReadOnlyList<Profile> Profiles => profiles;

    /// <summary>What was not, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut => leftOut;

    /// <summary>Samples the rows that <paramref name="filters"/> select.</summary>
    /// <param name="filters">BenchmarkDotNet's.</param>
    /// <param name="region">Memory of page rows.</param>
    /// <returns>The exit status.</returns>
    public int Explain(string[] filters, string region)
    {
        if (!ByteSize.TryParseMultiple(region, Environment.SystemPageSize, out var size, out string error))
            return VerbAction.Fail($"--region: {error}", ExitCode.BadUsage);
        if (MemoryBudget.Read().WhyTooLarge(size.Bytes) is { } tooLarge)
            return VerbAction.Fail(tooLarge, ExitCode.BadUsage);
        using var resized = Region.Resized(size.Bytes);
        if (BenchmarkDotNetOptions.Parse(["--filter", .. filters], ManualConfig.CreateEmpty(), out error) is not { } parsed)
            return VerbAction.Fail(error, ExitCode.BadUsage);
        var seen = new RunRecord([]);
        var rows = new Selection(parsed, leaveSettings).Cases(seen);
        leftOut.AddRange(seen.LeftOut);
        if (rows.Count == 0 && leftOut.Count == 0)
        {
            string names = StartedAs.Own.With("--list flat");
            return VerbAction.Fail($"no benchmark matches '{string.Join(' ', filters)}'; {names} prints their names", ExitCode.BadUsage);
        }
        return Explain(rows);
    }

    private int Explain(IReadOnlyList<BenchmarkCase> rows)
    {
        if (Probe(out string reason) is not { } symbols)
            return VerbAction.Fail($"explain: {reason}", ExitCode.BadUsage);
        if (TransparentHugePages.Read() is null)
            return Explain(rows, new RowSampler(symbols, samples, rate), null);
        using var guard = SettingsGuard.TryAcquire(SettingsGuard.LongestWait, Console.Error.WriteLine, out reason);
        return guard is null ? VerbAction.Fail(reason, ExitCode.BadUsage) : Explain(rows, new RowSampler(symbols, samples, rate), guard);
    }

    private int Explain(IReadOnlyList<BenchmarkCase> rows, RowSampler sampler, SettingsGuard? guard)
    {
        int status = ExitCode.Ok;
        foreach (var row in rows)
            status = Math.Max(status, Explain(row, sampler, guard));
        if (profiles.Count > 0)
            Console.Out.Write(ProfileText.Notes(profiles));
        foreach (string line in LeftOutText.Lines(leftOut))
            Console.Out.WriteLine($"- Left out: {line}");
        return status;
    }

    private int Explain(BenchmarkCase row, RowSampler sampler, SettingsGuard? guard)
    {
        if (RowSampler.WhyNot(row) is { } reason)
        {
            leftOut.Add(new LeftOut(CaseName.Of(row), reason));
            return ExitCode.Ok;
        }
        try
        {
            using var scope = CaseInstance.Of(row) is IChangesSettings { Settings: { Count: > 0 } changes } ? guard?.Change(changes) : null;
            var profile = sampler.Run(row);
            profiles.Add(profile);
            Console.Out.Write(ProfileText.Of(profile));
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return VerbAction.Fail($"{CaseName.Of(row)} failed: {e.Message}", ExitCode.RunFailed);
        }
    }

    // An event is opened and the kernel's names are read before anything runs.
    private static KernelSymbols? Probe(out string reason)
    {
        using var sampled = SampledEvent.TryOpen(SamplingRate.Highest, out reason);
        return sampled is null ? null : KernelSymbols.TryRead(out reason);
    }
}
